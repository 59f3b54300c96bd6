package de.krisenaustausch.question.web;

import de.krisenaustausch.question.QuestionRow;
import de.krisenaustausch.question.QuestionState;
import de.krisenaustausch.question.service.QuestionView;
import de.krisenaustausch.question.service.QuestionView.AnswerView;
import de.krisenaustausch.question.service.QuestionView.CommentView;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A question as programs get it; longer texts are Markdown. @param next value of {@code after} for further answers; absent when all are there */
public record AskedQuestion(
    long id,
    int revision,
    String title,
    String text,
    LocalDate urgentUntil,
    List<TopicView> topics,
    List<Long> documents,
    QuestionState questionState,
    String closedReason,
    String municipality,
    String state,
    int population,
    String askedBy,
    Instant askedAt,
    Instant changedAt,
    int answerCount,
    List<GivenAnswer> answers,
    String next,
    boolean editable) {

    /** One row of a list. @param state short name of the Land */
    public record QuestionListed(long id, String title, LocalDate urgentUntil, QuestionState questionState, String municipality, String state, int population,
                                 Instant askedAt, int answerCount) {

        static QuestionListed of(QuestionRow row) {
            return new QuestionListed(row.id(), row.title(), row.urgentUntil(), row.state(), row.municipality(), row.municipalityState().name(), row.population(),
                row.askedAt(), row.answers());
        }
    }

    /** An answer. @param official whether it is given in the name of the municipality @param helped whether it helped the caller */
    public record GivenAnswer(long id, int revision, String text, boolean official, boolean accepted, String municipality, String state, int population,
                              String answeredBy, Instant answeredAt, Instant changedAt, int votes, boolean helped, boolean editable, List<Remark> remarks) {

        static GivenAnswer of(AnswerView answer) {
            return new GivenAnswer(answer.id(), answer.revision(), answer.text(), answer.official(), answer.accepted(), answer.municipality(),
                answer.municipalityState().name(), answer.population(), answer.answeredBy(), answer.answeredAt(), answer.changedAt(), answer.votes(),
                answer.helped(), answer.editable(), answer.comments().stream().map(Remark::of).toList());
        }
    }

    /** A remark on an answer. @param deletable whether the caller may take it away */
    public record Remark(long id, String text, String writtenBy, String municipality, Instant writtenAt, boolean deletable) {

        static Remark of(CommentView comment) {
            return new Remark(comment.id(), comment.text(), comment.writtenBy(), comment.municipality(), comment.writtenAt(), comment.deletable());
        }
    }

    static AskedQuestion of(QuestionView question) {
        return new AskedQuestion(question.id(), question.revision(), question.title(), question.text(), question.urgentUntil(), question.topics(),
            question.attachments().stream().map(QuestionView.AttachmentView::documentId).toList(), question.state(),
            question.closedReason(), question.municipality(), question.municipalityState().name(), question.population(), question.askedBy(), question.askedAt(),
            question.changedAt(), question.answerCount(), question.answers().stream().map(GivenAnswer::of).toList(),
            question.next() == null ? null : question.next().toString(), question.rights().edit());
    }
}

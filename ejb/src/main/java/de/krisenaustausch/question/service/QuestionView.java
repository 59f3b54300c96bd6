package de.krisenaustausch.question.service;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.question.AnswerKey;
import de.krisenaustausch.question.QuestionState;
import de.krisenaustausch.question.Referral;
import de.krisenaustausch.question.Stage;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A question as pages and programs show it. Texts are as people wrote them, longer ones in Markdown.
 *
 * @param revision what a form sends back, so that nobody's change is overwritten
 * @param changedAt when title or text changed last, or null
 * @param answerCount of all answers, also those of further pages
 * @param next the place behind which further answers begin, or null
 * @param referrals whom it was handed to; empty for readers whom that does not concern
 * @param stagedAt since when it waits for those whom it waits for
 * @param nextAt when it is handed on if nobody answers; null when it is not
 */
public record QuestionView(
    long id,
    int revision,
    String space,
    String spaceName,
    String title,
    String text,
    LocalDate urgentUntil,
    String municipality,
    FederalState municipalityState,
    int population,
    String askedBy,
    String office,
    Instant askedAt,
    Instant changedAt,
    QuestionState state,
    String closedReason,
    List<TopicView> topics,
    List<AttachmentView> attachments,
    int answerCount,
    List<AnswerView> answers,
    AnswerKey next,
    Stage stage,
    Instant stagedAt,
    Instant nextAt,
    List<ReferralView> referrals,
    Rights rights) {

    /** @return what the reader was asked; null when she was not */
    public ReferralView ownReferral() {
        return referrals.stream().filter(ReferralView::own).findFirst().orElse(null);
    }

    /**
     * What the reader may do with it.
     *
     * @param answer whether it takes answers at all
     * @param edit say it differently
     * @param settle accept an answer, close, reopen
     * @param moderate move and merge
     * @param delete take it back
     * @param reply she was asked about it and it still waits
     */
    public record Rights(boolean answer, boolean edit, boolean settle, boolean moderate, boolean delete, boolean reply) {
    }

    /**
     * An answer.
     *
     * @param official whether it is given in the name of the municipality
     * @param helped whether the reader said that it helped her
     * @param own whether the reader gave it, and so can't say that it helped
     * @param editable whether she may change and withdraw it
     */
    public record AnswerView(long id, int revision, String text, boolean official, String municipality, FederalState municipalityState, int population,
                             String answeredBy, String office, Instant answeredAt, Instant changedAt, int votes, boolean helped, boolean accepted,
                             boolean own, boolean editable, List<CommentView> comments) {
    }

    /** A document that came with the question. @param size in bytes */
    public record AttachmentView(long documentId, String title, String kind, long size) {
    }

    /** A remark on an answer. @param deletable whether the reader may take it away */
    public record CommentView(long id, String text, String writtenBy, String municipality, Instant writtenAt, boolean deletable) {
    }

    /** Somebody whom the question was handed to, and what she said; reply is null while she said nothing. @param own whether that is the reader */
    public record ReferralView(String name, String municipality, Stage stage, Instant referredAt, Referral.Reply reply, boolean own) {
    }
}

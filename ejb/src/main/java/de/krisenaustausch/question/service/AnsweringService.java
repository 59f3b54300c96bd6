package de.krisenaustausch.question.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.AnswerComment;
import de.krisenaustausch.question.AnswerRepository;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.question.Revision;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Answering questions, changing answers and withdrawing them, remarks on them, and saying that one helped. */
@Stateless
@RolesAllowed({"member", "admin"})
public class AnsweringService {

    @Inject
    private QuestionRepository questions;

    @Inject
    private AnswerRepository answers;

    @Inject
    private QuestionFinder finder;

    @Inject
    private CurrentReader current;

    @Inject
    private Events events;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Answers. The same form sent twice answers once.
     *
     * @param text in Markdown
     * @param official whether it is given in the name of the reader's municipality
     * @return the answer's id
     * @throws BusinessException when the question takes no answers (any more), or the text breaks a limit
     */
    public long answer(String space, long questionId, String text, boolean official) {
        Question question = finder.open(space, questionId).question();
        Answer answer = Answer.to(question, current.member(), text, official, clock.instant());
        Optional<Long> same = answers.findSame(answer);
        if (same.isPresent()) {
            return same.get();
        }
        if (!answers.add(answer)) {
            throw new BusinessException("question.notOpen");
        }
        events.publish(Queues.FANOUT, new QuestionAnswered(questionId, answer.getId()));
        changed(question);
        return answer.getId();
    }

    /** @throws ChangedMeanwhileException when somebody else changed it since the form was opened */
    public void edit(String space, long answerId, int revision, String text) {
        Answer answer = finder.openOwnAnswer(space, answerId).answer();
        Member by = current.member();
        if (answer.getVersion() != revision) {
            throw new ChangedMeanwhileException();
        }
        Revision before = answer.reword(text, by, clock.instant());
        if (before != null) {
            questions.add(before);
            changed(answer.getQuestion());
        }
    }

    /**
     * Withdraws an answer, with the remarks on it; does nothing the second time. If it was accepted, the question is open again.
     *
     * @throws NotAllowedException when the reader neither gave it, nor is of the municipality in whose name it was given, nor moderates
     */
    public void delete(String space, long answerId) {
        QuestionFinder.FoundAnswer found = finder.openOwnAlsoWithdrawn(space, answerId);
        Answer answer = found.answer();
        questions.hold(found.question());
        answers.hold(answer);
        if (!answer.isDeleted()) {
            answer.delete(clock.instant());
            answers.withdrawn(answer, clock.instant());
            noteForeign("answerDelete", found.question(), answer.isOwnedBy(current.member()), answer.getAnsweredBy());
            changed(found.question());
        }
    }

    /** Undoes that; the answer is not accepted again by itself. @throws BusinessException when its 30 days are over */
    public void restore(String space, long answerId) {
        QuestionFinder.FoundAnswer found = finder.openOwnAlsoWithdrawn(space, answerId);
        Answer answer = found.answer();
        questions.hold(found.question());
        answers.hold(answer);
        if (answer.isDeleted()) {
            answer.restore(clock.instant());
            answers.restored(answer);
            changed(found.question());
        }
    }

    /** Remarks on an answer. @throws BusinessException when the question takes no more, or the text breaks a limit */
    public void comment(String space, long answerId, String text) {
        Answer answer = finder.openAnswer(space, answerId).answer();
        answers.add(new AnswerComment(answer, current.member(), text, clock.instant()));
        changed(answer.getQuestion());
    }

    /** Takes a remark away for good. @throws NotAllowedException when the reader neither wrote it nor moderates */
    public void deleteComment(String space, long answerId, long commentId) {
        QuestionFinder.FoundAnswer found = finder.openAnswer(space, answerId);
        AnswerComment comment = answers.findComment(commentId).filter(each -> each.getAnswer().equals(found.answer())).orElseThrow(NotFoundException::new);
        boolean own = comment.isBy(current.member());
        if (!own && !found.entry().moderator()) {
            throw new NotAllowedException();
        }
        answers.remove(comment);
        noteForeign("remarkDelete", found.question(), own, comment.getWrittenBy());
        changed(found.question());
    }

    /** Whoever moderates takes away what others wrote: that is written down. */
    private void noteForeign(String act, Question question, boolean own, Member writer) {
        if (!own) {
            audit.record(act, question.getTitle(), writer.getName());
        }
    }

    private void changed(Question question) {
        events.publish(Queues.INDEX, new ContributionChanged(question.getId()));
    }

    /** Says that the answer helped the reader, or takes that back; does nothing the second time. @throws BusinessException when she gave it herself */
    public void vote(String space, long answerId, boolean helped) {
        Answer answer = finder.openAnswer(space, answerId).answer();
        Member by = current.member();
        if (answer.isBy(by)) {
            throw new BusinessException("answer.vote.own");
        }
        if (helped) {
            answers.vote(answerId, by.getId(), clock.instant());
        } else {
            answers.unvote(answerId, by.getId());
        }
    }
}

package de.krisenaustausch.question.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.QuestionRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.service.ContributionChanged;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** What becomes of a question: who asked it and the moderators accept, close and reopen; moderators move and merge. */
@Stateless
@RolesAllowed({"member", "admin"})
public class SettlingService {

    @Inject
    private QuestionRepository questions;

    @Inject
    private QuestionFinder finder;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Events events;

    @Inject
    private AuditLog audit;

    /** Says that this answer helped; does nothing the second time. */
    public void accept(String space, long answerId) {
        QuestionFinder.FoundAnswer found = finder.openAnswer(space, answerId);
        Question question = settle(found.question(), found.entry());
        if (!found.answer().equals(question.getAccepted())) {
            question.accept(found.answer());
            events.publish(Queues.FANOUT, new AnswerAccepted(question.getId(), answerId));
            changed(question);
        }
    }

    /** Takes that back; the question is open again. */
    public void withdrawAcceptance(String space, long questionId) {
        Question question = settle(space, questionId);
        question.withdrawAcceptance();
        changed(question);
    }

    /** @throws BusinessException when no reason is given, or it is closed */
    public void close(String space, long questionId, String reason) {
        Question question = settle(space, questionId);
        question.close(reason);
        changed(question);
    }

    public void reopen(String space, long questionId) {
        Question question = settle(space, questionId);
        question.reopen();
        changed(question);
    }

    /** Brings the question into another space; topics that it does not have fall away. @throws NotFoundException when the moderator can't see that */
    public void move(String space, long questionId, String to) {
        Question question = moderate(space, questionId);
        Space target = access.read(to).space();
        question.move(target);
        audit.record("questionMove", question.getTitle(), "→ " + target.getName());
        changed(question);
    }

    /** Lets the question lead to another of its space, which gets its answers. @throws BusinessException when that one is not there */
    public void merge(String space, long questionId, long intoId) {
        Question question = moderate(space, questionId);
        Question into = questions.find(intoId).orElseThrow(() -> new BusinessException("question.merge.notThere"));
        // always in the same order, so that two moderators do not wait for each other
        Stream.of(question, into).sorted((one, other) -> Long.compare(one.getId(), other.getId())).forEach(questions::hold);
        question.mergeInto(into);
        questions.handOver(questionId, intoId);
        audit.record("questionMerge", question.getTitle(), "→ " + into.getTitle());
        changed(question);
        changed(into);
    }

    private Question settle(String space, long questionId) {
        QuestionFinder.Found found = finder.open(space, questionId);
        return settle(found.question(), found.entry());
    }

    private Question settle(Question question, SpaceAccess.Entry entry) {
        if (!question.isAskedBy(current.member()) && !entry.moderator()) {
            throw new NotAllowedException();
        }
        return question;
    }

    private Question moderate(String space, long questionId) {
        QuestionFinder.Found found = finder.open(space, questionId);
        if (!found.entry().moderator()) {
            throw new NotAllowedException();
        }
        return found.question();
    }

    private void changed(Question question) {
        events.publish(Queues.INDEX, new ContributionChanged(question.getId()));
    }
}

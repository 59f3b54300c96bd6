package de.krisenaustausch.question.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.question.Referral;
import de.krisenaustausch.question.Stage;
import de.krisenaustausch.question.WaitingRepository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Hands a question that waits to the next who could answer it: to the experts of its topics, or where it has none that can be asked, and
 * after them, to the moderators. Of several who try at once one succeeds, and nobody is asked twice about the same question.
 */
@Dependent
public class HandingOn {

    @Inject
    private WaitingRepository waiting;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** @return false when somebody else did so before, or it waits no more */
    boolean handOn(Question question) {
        long id = question.getId();
        Instant now = clock.instant();
        Stage from = question.getStage();
        List<Member> experts = from == Stage.NEW ? waiting.experts(id) : List.of();
        Stage to = experts.isEmpty() ? Stage.MODERATORS : Stage.EXPERTS;
        if (from == Stage.MODERATORS || !waiting.advance(id, from, to, now)) {
            return false;
        }
        List<Member> asked = to == Stage.EXPERTS ? experts : waiting.moderators(id);
        asked.forEach(member -> waiting.add(new Referral(question, member, to, now)));
        if (!asked.isEmpty()) {
            events.publish(Queues.FANOUT, new QuestionEscalated(id, to.name()));
        }
        return true;
    }
}

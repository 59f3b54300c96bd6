package de.krisenaustausch.poll.service;

import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What time does to polls, some at a time, each once also where several nodes do it. */
@Stateless
@PermitAll
public class ClosingDesk {

    private static final int BATCH = 20;

    @Inject
    private PollRepository polls;

    @Inject
    private Ending ending;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Ends polls whose deadline is over. @return whether there may be more */
    public boolean endSome() {
        List<Long> due = polls.toEnd(clock.instant(), BATCH);
        due.forEach(id -> ending.end(polls.find(id).orElseThrow()));
        return due.size() == BATCH;
    }

    /** Tells that the last day of some polls began. @return whether there may be more */
    public boolean remindSome() {
        List<Long> due = polls.toRemind(clock.instant().plus(Poll.REMINDER), BATCH);
        due.forEach(id -> {
            Poll poll = polls.find(id).orElseThrow();
            poll.reminded(clock.instant());
            events.publish(Queues.FANOUT, new PollClosing(poll.getDeadlineId()));
        });
        return due.size() == BATCH;
    }
}

package de.krisenaustausch.poll.service;

import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.poll.Poll;
import de.krisenaustausch.poll.PollRepository;
import de.krisenaustausch.poll.VoteRepository;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends a poll that nobody can answer any more: what was answered without a name loses its order, and all who wait hear of it. */
@Dependent
class Ending {

    @Inject
    private PollRepository polls;

    @Inject
    private VoteRepository votes;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** @param poll whose row nobody else holds until the transaction ends */
    void end(Poll poll) {
        poll.end(clock.instant());
        polls.flush();
        if (poll.isAnonymous()) {
            votes.scatter(poll.getId());
        }
        events.publish(Queues.FANOUT, new PollClosed(poll.getId()));
        events.publish(Queues.INDEX, new ContributionChanged(poll.getId()));
    }
}

package de.krisenaustausch.poll.service;

import de.krisenaustausch.poll.VoteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many took part in a poll. To count ten thousand costs a page more than all else that it asks the database, so that a large
 * number is kept for a moment; a small one is counted each time.
 */
@ApplicationScoped
public class Turnout {

    static final int LARGE = 1_000;
    static final Duration KEPT = Duration.ofSeconds(2);
    /** More polls than that are hardly looked at within a moment. */
    static final int MOST = 200;

    private final Map<Long, Counted> counted = new ConcurrentHashMap<>();

    private VoteRepository votes;

    private Clock clock;

    private record Counted(int number, Instant at) {
    }

    /** For CDI. */
    protected Turnout() {
    }

    @Inject
    public Turnout(VoteRepository votes, Clock clock) {
        this.votes = votes;
        this.clock = clock;
    }

    int of(long pollId) {
        Instant now = clock.instant();
        Counted kept = counted.get(pollId);
        if (kept != null && !kept.at().plus(KEPT).isBefore(now)) {
            return kept.number();
        }
        int number = votes.participants(pollId);
        if (number >= LARGE) {
            if (counted.size() >= MOST) {
                counted.clear();
            }
            counted.put(pollId, new Counted(number, now));
        }
        return number;
    }
}

package de.krisenaustausch.contribution.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Remembers for half an hour who found that something helped, in the memory of this node only: nothing that is kept says whose question
 * was spared. Whoever asks all the same within that time was not helped.
 */
@ApplicationScoped
public class SparedLately {

    static final Duration WHILE = Duration.ofMinutes(30);
    /** More are forgotten before their time, the oldest first: then they count as spared. */
    static final int MOST = 10_000;

    private final Deque<Remembered> all = new ArrayDeque<>();

    /** What was counted. @param spaceId where it would have been asked */
    record Hit(long spaceId, LocalDate day, long target) {
    }

    private record Remembered(long memberId, Hit hit, Instant at) {
    }

    synchronized void note(long memberId, Hit hit, Instant now) {
        forget(now);
        if (all.size() == MOST) {
            all.removeFirst();
        }
        all.addLast(new Remembered(memberId, hit, now));
    }

    /** @return what the member found helpful lately instead of asking in that space; it is forgotten with that */
    synchronized List<Hit> take(long memberId, long spaceId, Instant now) {
        forget(now);
        List<Remembered> taken = all.stream().filter(each -> each.memberId() == memberId && each.hit().spaceId() == spaceId).toList();
        all.removeAll(taken);
        return taken.stream().map(Remembered::hit).toList();
    }

    private void forget(Instant now) {
        while (!all.isEmpty() && !all.getFirst().at().plus(WHILE).isAfter(now)) {
            all.removeFirst();
        }
    }
}

package de.krisenaustausch.poll.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Keeps results that many look at for a while: summing up what a whole country answered costs several statements over all ballots.
 * A vote makes another key, so a kept result lacks at most what others changed in their answers since it was summed up. What is older
 * than a minute is summed up anew by whoever asks first; who asks meanwhile gets what there is, unless that is older than two minutes.
 */
@ApplicationScoped
public class SumCache {

    static final Duration KEPT = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofMinutes(2);
    /** A result has many answers in words, so that few are kept. */
    static final int MOST = 64;

    private final Map<Sums.Key, Kept> kept = new ConcurrentHashMap<>();

    private Clock clock;

    /** A result, since when it is kept, and whether somebody sums it up anew. */
    private record Kept(Instant since, Sums sums, AtomicBoolean renewing) {

        static Kept of(Instant since, Sums sums) {
            return new Kept(since, sums, new AtomicBoolean());
        }

        boolean isOlder(Duration than, Instant now) {
            return since.plus(than).isBefore(now);
        }
    }

    /** For CDI. */
    protected SumCache() {
    }

    @Inject
    public SumCache(Clock clock) {
        this.clock = clock;
    }

    /** @return what is kept, or what is computed now; who asks for what is not there yet waits for whoever computes it */
    Sums get(Sums.Key key, Supplier<Sums> compute) {
        Instant now = clock.instant();
        Kept found = kept.get(key);
        if (found == null || found.isOlder(LONGEST, now)) {
            makeRoom(now);
            return kept.compute(key, (same, old) -> old == null || old.isOlder(LONGEST, now) ? Kept.of(now, compute.get()) : old).sums();
        }
        return found.isOlder(KEPT, now) && found.renewing().compareAndSet(false, true) ? renew(key, found, now, compute) : found.sums();
    }

    private Sums renew(Sums.Key key, Kept old, Instant now, Supplier<Sums> compute) {
        try {
            Sums sums = compute.get();
            kept.put(key, Kept.of(now, sums));
            return sums;
        } finally {
            old.renewing().set(false);
        }
    }

    private void makeRoom(Instant now) {
        if (kept.size() >= MOST) {
            kept.values().removeIf(each -> each.isOlder(KEPT, now));
            if (kept.size() >= MOST) {
                kept.clear();
            }
        }
    }
}

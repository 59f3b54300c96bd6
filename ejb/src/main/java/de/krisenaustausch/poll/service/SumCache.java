package de.krisenaustausch.poll.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps results that many look at for a while: summing up what a whole country answered costs several statements over all ballots.
 * A vote makes another key, so a kept result lacks at most what others changed in their answers within the last minute.
 */
@ApplicationScoped
public class SumCache {

    static final Duration KEPT = Duration.ofMinutes(1);
    /** A result has up to a hundred answers in words to each question, so that few are kept. */
    static final int MOST = 64;

    private final Map<Sums.Key, Kept> kept = new ConcurrentHashMap<>();

    private Clock clock;

    /** A result, and since when it is kept. */
    private record Kept(Instant since, Sums sums) {
    }

    /** For CDI. */
    protected SumCache() {
    }

    @Inject
    public SumCache(Clock clock) {
        this.clock = clock;
    }

    /** @return what is kept, or what is computed now; those who ask for the same meanwhile wait for it */
    Sums get(Sums.Key key, Supplier<Sums> compute) {
        Instant now = clock.instant();
        if (kept.size() >= MOST) {
            kept.values().removeIf(each -> isOld(each, now));
            if (kept.size() >= MOST) {
                kept.clear();
            }
        }
        return kept.compute(key, (same, old) -> old == null || isOld(old, now) ? new Kept(now, compute.get()) : old).sums();
    }

    private static boolean isOld(Kept each, Instant now) {
        return each.since().plus(KEPT).isBefore(now);
    }
}

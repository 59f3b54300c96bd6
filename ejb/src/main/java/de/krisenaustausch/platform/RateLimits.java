package de.krisenaustausch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts how often somebody did something, and says when she has to wait. In the memory of this node: a limit is against
 * floods, and with two nodes a flood is twice as small as two floods. A town hall is one network address, so limits per
 * network are wide, and those per mail address narrow.
 */
@ApplicationScoped
public class RateLimits {

    /** What is limited. */
    public enum Kind {
        /** Letters to one address that somebody typed on a public page. */
        LETTER_TO_ADDRESS(5, Duration.ofHours(1)),
        /** The same, from one network. */
        LETTER_FROM_NETWORK(120, Duration.ofHours(1)),
        /** Forms and personal links that were sent, good and bad, from one network. */
        LINK_FROM_NETWORK(300, Duration.ofHours(1)),
        /** People whom one member invites. */
        INVITATION_OF_MEMBER(5000, Duration.ofHours(24)),
        /** Municipalities suggested to visitors, from one network. */
        SUGGESTION_FROM_NETWORK(600, Duration.ofMinutes(1)),
        /** Searches of one member. */
        SEARCH_OF_MEMBER(240, Duration.ofMinutes(1)),
        /** Uploads of one member. */
        UPLOAD_OF_MEMBER(2000, Duration.ofHours(1));

        private final int times;
        private final Duration within;

        Kind(int times, Duration within) {
            this.times = times;
            this.within = within;
        }

        public int times() {
            return times;
        }

        public Duration within() {
            return within;
        }
    }

    /** Whom nobody has heard of for longest is forgotten first: an attacker with many addresses costs no more memory than that. */
    private static final int REMEMBERED = 100_000;

    private final Map<String, Deque<Instant>> seen = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Clock clock;

    /** For CDI. */
    protected RateLimits() {
    }

    @Inject
    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one more time, unless it is one too many.
     *
     * @param who a mail address, a network, a member
     * @return how long she has to wait; empty when she may go on
     */
    public synchronized Optional<Duration> take(Kind kind, String who) {
        Instant now = clock.instant();
        Deque<Instant> times = seen.computeIfAbsent(kind.name() + ' ' + who, key -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().plus(kind.within).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= kind.times) {
            return Optional.of(Duration.between(now, times.peekFirst().plus(kind.within)));
        }
        times.addLast(now);
        return Optional.empty();
    }
}

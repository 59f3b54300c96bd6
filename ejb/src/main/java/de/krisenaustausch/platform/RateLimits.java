package de.krisenaustausch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Counts how often somebody did something, and says when she has to wait. In the memory of this node: a limit is against
 * floods, and with two nodes a flood is twice as small as two floods. A town hall is one network address, so limits per
 * network are wide, and those per mail address narrow.
 *
 * <p>Of each only the end of its span and a number is kept, so that a flood from a hundred thousand networks takes a few
 * megabytes and not the heap. A span begins with the first time and ends as long after it as the limit says.
 */
@ApplicationScoped
public class RateLimits {

    /** What is limited. */
    public enum Kind {
        /** Letters to one address that somebody typed on a public page. */
        LETTER_TO_ADDRESS(Duration.ofHours(1), configuration -> 5),
        /** The same, from one network. */
        LETTER_FROM_NETWORK(Duration.ofHours(1), Configuration::lettersAnHour),
        /** Forms and personal links that were sent, good and bad, from one network. */
        LINK_FROM_NETWORK(Duration.ofHours(1), configuration -> 300),
        /** People whom one member invites. */
        INVITATION_OF_MEMBER(Duration.ofHours(24), configuration -> 5000),
        /** Organisations suggested while somebody types, to one member, or to visitors from one network. */
        SUGGESTION(Duration.ofMinutes(1), Configuration::suggestionsAMinute),
        /** Searches of one member, with the suggestions while she types them. */
        SEARCH(Duration.ofMinutes(1), Configuration::searchesAMinute),
        /** Pages elsewhere that one member has asked for their titles. */
        PAGE_TITLE(Duration.ofMinutes(1), configuration -> 30),
        /** Files that one member sends. */
        UPLOAD(Duration.ofHours(1), Configuration::uploadsAnHour);

        private final Duration within;
        private final ToIntFunction<Configuration> times;

        Kind(Duration within, ToIntFunction<Configuration> times) {
            this.within = within;
            this.times = times;
        }

        /** @return how often in a span */
        public int times(Configuration configuration) {
            return times.applyAsInt(configuration);
        }

        public Duration within() {
            return within;
        }
    }

    /** Whom nobody has heard of for longest is forgotten first: an attacker with many addresses costs no more memory than that. */
    private static final int REMEMBERED = 100_000;

    private final Map<String, Span> seen = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Span> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Clock clock;
    private Configuration configuration;

    /** For CDI. */
    protected RateLimits() {
    }

    @Inject
    public RateLimits(Clock clock, Configuration configuration) {
        this.clock = clock;
        this.configuration = configuration;
    }

    /** @param until when counting begins anew */
    private record Span(Instant until, int times) {
    }

    /**
     * Counts one more time, unless it is one too many.
     *
     * @param who a mail address, a network, a member
     * @return how long she has to wait; empty when she may go on
     */
    public synchronized Optional<Duration> take(Kind kind, String who) {
        Instant now = clock.instant();
        Span span = seen.get(kind.name() + ' ' + who);
        if (span == null || !span.until.isAfter(now)) {
            span = new Span(now.plus(kind.within), 0);
        }
        if (span.times >= kind.times(configuration)) {
            return Optional.of(Duration.between(now, span.until));
        }
        seen.put(kind.name() + ' ' + who, new Span(span.until, span.times + 1));
        return Optional.empty();
    }
}

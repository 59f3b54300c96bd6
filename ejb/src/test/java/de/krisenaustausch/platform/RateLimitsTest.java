package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private Instant now = Instant.parse("2020-03-25T08:00:00Z");
    private final RateLimits limits = new RateLimits(((InstantSource) () -> now).withZone(ZoneOffset.UTC), new Configuration(Map.of("KA_LIMIT_SEARCHES", "2")));

    @Test
    void saysHowLongToWaitAndThenLetsGoOn() {
        RateLimits.Kind kind = RateLimits.Kind.LETTER_TO_ADDRESS;
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take(kind, "a@ulm.de")).isEmpty();
        }
        now = now.plus(Duration.ofMinutes(20));
        assertThat(limits.take(kind, "a@ulm.de")).contains(Duration.ofMinutes(40));
        assertThat(limits.take(kind, "b@ulm.de")).isEmpty();
        assertThat(limits.take(RateLimits.Kind.LETTER_FROM_NETWORK, "a@ulm.de")).isEmpty();

        now = now.plus(Duration.ofMinutes(40));
        assertThat(limits.take(kind, "a@ulm.de")).isEmpty();
    }

    @Test
    void takesWhatTheInstallationSays() {
        assertThat(limits.take(RateLimits.Kind.SEARCH, "petra")).isEmpty();
        now = now.plus(Duration.ofSeconds(30));
        assertThat(limits.take(RateLimits.Kind.SEARCH, "petra")).isEmpty();
        assertThat(limits.take(RateLimits.Kind.SEARCH, "petra")).contains(Duration.ofSeconds(30));
        assertThat(limits.take(RateLimits.Kind.SEARCH, "jonas")).isEmpty();
        assertThat(limits.take(RateLimits.Kind.UPLOAD, "petra")).isEmpty();
    }

    @Test
    void refusedTimesDoNotMakeTheWaitLonger() {
        limits.take(RateLimits.Kind.SEARCH, "petra");
        limits.take(RateLimits.Kind.SEARCH, "petra");
        for (int second = 0; second < 59; second++) {
            now = now.plus(Duration.ofSeconds(1));
            assertThat(limits.take(RateLimits.Kind.SEARCH, "petra")).isPresent();
        }
        now = now.plus(Duration.ofSeconds(1));
        assertThat(limits.take(RateLimits.Kind.SEARCH, "petra")).isEmpty();
    }
}

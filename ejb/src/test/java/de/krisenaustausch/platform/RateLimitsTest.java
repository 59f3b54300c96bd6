package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private Instant now = Instant.parse("2020-03-25T08:00:00Z");
    private final RateLimits limits = new RateLimits(new Clock() {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void saysHowLongToWaitAndThenLetsGoOn() {
        RateLimits.Kind kind = RateLimits.Kind.LETTER_TO_ADDRESS;
        for (int i = 0; i < kind.times(); i++) {
            assertThat(limits.take(kind, "a@ulm.de")).isEmpty();
        }
        now = now.plus(Duration.ofMinutes(20));
        assertThat(limits.take(kind, "a@ulm.de")).contains(Duration.ofMinutes(40));
        assertThat(limits.take(kind, "b@ulm.de")).isEmpty();
        assertThat(limits.take(RateLimits.Kind.LETTER_FROM_NETWORK, "a@ulm.de")).isEmpty();

        now = now.plus(Duration.ofMinutes(40));
        assertThat(limits.take(kind, "a@ulm.de")).isEmpty();
    }
}

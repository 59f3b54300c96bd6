package de.krisenaustausch.poll.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalTimeTest {

    @Test
    void isTimeInGermanyInSummerAndWinter() {
        assertThat(LocalTime.parse("2026-07-01T18:00")).contains(Instant.parse("2026-07-01T16:00:00Z"));
        assertThat(LocalTime.parse("1.12.2026 18:00")).contains(Instant.parse("2026-12-01T17:00:00Z"));
        assertThat(LocalTime.parse("01.12.2026, 9:05")).contains(Instant.parse("2026-12-01T08:05:00Z"));
        assertThat(LocalTime.write(Instant.parse("2026-12-01T17:00:30Z"))).isEqualTo("2026-12-01T18:00");
    }

    @Test
    void refusesWhatIsNoTime() {
        for (String text : new String[] {null, "", "morgen", "31.2.2026 18:00 Uhr", "2026-13-01T18:00", "2026-12-01"}) {
            assertThat(LocalTime.parse(text)).as(String.valueOf(text)).isEmpty();
        }
    }
}

package de.krisenaustausch.poll.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.poll.VoteRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TurnoutTest {

    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

    private Instant now = START;
    private int number;
    private final Turnout turnout = new Turnout(new VoteRepository() {
        @Override
        public int participants(long pollId) {
            return number;
        }
    }, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @Test
    void countsFewEachTime() {
        assertThat(counted(Turnout.LARGE - 1)).isEqualTo(Turnout.LARGE - 1);
        assertThat(counted(Turnout.LARGE)).isEqualTo(Turnout.LARGE);
    }

    @Test
    void keepsALargeNumberForAMoment() {
        assertThat(counted(Turnout.LARGE)).isEqualTo(Turnout.LARGE);
        now = START.plus(Turnout.KEPT);
        assertThat(counted(Turnout.LARGE + 1)).isEqualTo(Turnout.LARGE);
        now = now.plusMillis(1);
        assertThat(counted(Turnout.LARGE + 2)).isEqualTo(Turnout.LARGE + 2);
    }

    @Test
    void keepsFewPolls() {
        number = Turnout.LARGE;
        for (int poll = 0; poll <= Turnout.MOST; poll++) {
            turnout.of(poll);
        }
        number++;
        assertThat(turnout.of(0)).isEqualTo(number);
        assertThat(turnout.of(Turnout.MOST)).isEqualTo(Turnout.LARGE);
    }

    private int counted(int present) {
        number = present;
        return turnout.of(1);
    }
}

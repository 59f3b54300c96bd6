package de.krisenaustausch.contribution.service;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.contribution.service.SparedLately.Hit;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SparedLatelyTest {

    private static final Instant NOW = Instant.parse("2020-03-20T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2020, 3, 20);
    private final SparedLately lately = new SparedLately();

    @Test
    void saysOnceWhatHelpedTheMemberInThatSpace() {
        lately.note(1, new Hit(10, DAY, 100), NOW);
        lately.note(1, new Hit(10, DAY, 101), NOW);
        lately.note(1, new Hit(11, DAY, 102), NOW);
        lately.note(2, new Hit(10, DAY, 100), NOW);

        assertThat(lately.take(1, 10, NOW)).containsExactly(new Hit(10, DAY, 100), new Hit(10, DAY, 101));
        assertThat(lately.take(1, 10, NOW)).as("whoever asks twice takes nothing back twice").isEmpty();
        assertThat(lately.take(1, 11, NOW)).hasSize(1);
        assertThat(lately.take(2, 10, NOW)).hasSize(1);
    }

    @Test
    void forgetsAfterAWhile() {
        lately.note(1, new Hit(10, DAY, 100), NOW);
        lately.note(1, new Hit(10, DAY, 101), NOW.plusSeconds(1));
        assertThat(lately.take(1, 10, NOW.plus(SparedLately.WHILE))).containsExactly(new Hit(10, DAY, 101));
    }

    @Test
    void remembersNoMoreThanItMay() {
        for (int i = 0; i <= SparedLately.MOST; i++) {
            lately.note(i, new Hit(10, DAY, 100), NOW);
        }
        assertThat(lately.take(0, 10, NOW)).isEmpty();
        assertThat(lately.take(1, 10, NOW)).hasSize(1);
    }
}

package de.krisenaustausch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2020-03-25T08:00:00Z");
    private final Delivery delivery = new Delivery("DocumentShared:1", null, NOW);

    @Test
    void isTriedAgainAfterGrowingPauses() {
        delivery.postpone("down", NOW);
        assertThat(delivery.getNextAttemptAt()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
        delivery.postpone("down", NOW);
        delivery.postpone("down", NOW);
        assertThat(delivery.getNextAttemptAt()).isEqualTo(NOW.plus(Duration.ofMinutes(4)));
        for (int i = 0; i < 7; i++) {
            delivery.postpone("down", NOW);
        }
        assertThat(delivery.getNextAttemptAt()).isEqualTo(NOW.plus(Duration.ofHours(8)));
        assertThat(delivery.getState()).isEqualTo(Delivery.State.QUEUED);
    }

    @Test
    void failsAfterItsTries() {
        for (int i = 0; i < Delivery.MAX_ATTEMPTS; i++) {
            delivery.postpone("down", NOW);
        }

        assertThat(delivery.getState()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.getLastError()).isEqualTo("down");
    }

    @Test
    void failsAtOnceWhenItCanNeverArrive() {
        delivery.fail("550 no such user", NOW);

        assertThat(delivery.getState()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery.getAttempts()).isEqualTo(1);
    }

    @Test
    void startsAnewWhenAnAdministratorWantsIt() {
        delivery.fail("x".repeat(2000), NOW);
        assertThat(delivery.getLastError()).hasSize(Delivery.ERROR_LENGTH);

        delivery.retry(NOW.plusSeconds(60));
        assertThat(delivery.getState()).isEqualTo(Delivery.State.QUEUED);
        assertThat(delivery.getAttempts()).isZero();
        assertThat(delivery.getNextAttemptAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void isNotSentTwiceByARetry() {
        delivery.sent(NOW);
        delivery.retry(NOW);

        assertThat(delivery.getState()).isEqualTo(Delivery.State.SENT);
    }
}

package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Sha256;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PersonalLinkTest {

    private static final Instant NOW = Instant.parse("2020-03-25T08:00:00Z");
    private static final Sha256 FORM = new Sha256("a".repeat(64));
    private static final Sha256 OTHER = new Sha256("b".repeat(64));

    private final PersonalLink link = new PersonalLink(AccessRequest.begin(new EmailAddress("a@ulm.de"), "de", NOW), PersonalLink.Purpose.ENTER,
        new Sha256("c".repeat(64)), NOW, Duration.ofDays(14));

    @Test
    void isUsedOnce() {
        assertThat(link.use(FORM, NOW)).isTrue();
        assertThat(link.use(OTHER, NOW)).isFalse();
        assertThat(link.state(NOW)).isEqualTo(PersonalLink.State.USED);
    }

    @Test
    void leadsTheSameFormTheSameWayAgain() {
        link.use(FORM, NOW);
        assertThat(link.use(FORM, NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void isOverAfterItsDays() {
        assertThat(link.state(NOW.plus(Duration.ofDays(14)).minusNanos(1))).isEqualTo(PersonalLink.State.VALID);
        assertThat(link.use(FORM, NOW.plus(Duration.ofDays(14)))).isFalse();
        assertThat(link.state(NOW.plus(Duration.ofDays(14)))).isEqualTo(PersonalLink.State.EXPIRED);
    }

    @Test
    void isNotGoodWhenRevoked() {
        link.revoke(NOW);
        assertThat(link.use(FORM, NOW)).isFalse();
        assertThat(link.state(NOW)).isEqualTo(PersonalLink.State.REVOKED);
    }
}

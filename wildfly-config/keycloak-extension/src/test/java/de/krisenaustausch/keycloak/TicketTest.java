package de.krisenaustausch.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let in by a ticket, and what is not. */
class TicketTest {

    /** As the portal writes it; its own test (AccountsTest) holds the same sample. */
    private static final String SAMPLE = "ka1.NWMxZTdhNTItMDAwMQoxODAwMDAwMDAwCm5vbmNlCnBr.56x64gZ-8BHUZd97FopPQw";
    private static final String SECRET = "shared secret";
    private static final Instant EXPIRY = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void readsWhatThePortalWrote() {
        assertThat(Ticket.read(SAMPLE, SECRET, EXPIRY.minusSeconds(1)))
            .contains(new Ticket("5c1e7a52-0001", EXPIRY, "nonce", true, true));
    }

    @Test
    void endsWithItsTime() {
        assertThat(Ticket.read(SAMPLE, SECRET, EXPIRY)).isEmpty();
        assertThat(Ticket.read(SAMPLE, SECRET, EXPIRY.minusSeconds(3600))).as("longer than the portal may give").isEmpty();
    }

    @Test
    void belongsToTheSecret() {
        assertThat(Ticket.read(SAMPLE, "another", EXPIRY.minusSeconds(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ka1.NWMxZTdhNTItMDAwMgoxODAwMDAwMDAwCm5vbmNlCnBr.56x64gZ-8BHUZd97FopPQw",
        "ka1.NWMxZTdhNTItMDAwMQoxODAwMDAwMDAwCm5vbmNlCnBr.56x64gZ-8BHUZd97FopPQQ",
        "ka1.NWMxZTdhNTItMDAwMQoxODAwMDAwMDAwCm5vbmNlCnBr.", "ka1..56x64gZ-8BHUZd97FopPQw", "ka1.a.b", "ka1.", "petra@stadt.example", ""})
    void wasNotChanged(String hint) {
        assertThat(Ticket.read(hint, SECRET, EXPIRY.minusSeconds(1))).isEmpty();
    }

    @Test
    void toldFromNames() {
        assertThat(Ticket.isOne(SAMPLE)).isTrue();
        assertThat(Ticket.isOne("petra@stadt.example")).isFalse();
        assertThat(Ticket.isOne(null)).isFalse();
    }
}

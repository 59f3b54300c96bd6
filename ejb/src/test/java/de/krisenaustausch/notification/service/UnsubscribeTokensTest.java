package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsubscribeTokensTest {

    private final UnsubscribeTokens tokens = new UnsubscribeTokens(new byte[32]);

    @Test
    void readsWhatItMade() {
        assertThat(tokens.read(tokens.of(4711))).hasValue(4711);
    }

    @Test
    void refusesTheSignatureOfAnotherSubscription() {
        String token = tokens.of(4711);

        assertThat(tokens.read("4712" + token.substring(4))).isEmpty();
    }

    @Test
    void refusesWhatAnotherKeySigned() {
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(tokens.read(new UnsubscribeTokens(other).of(4711))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "4711", "4711-", "-1-00000000000000000000000000000000", "99999999999999999999-00000000000000000000000000000000"})
    void refusesNonsense(String token) {
        assertThat(tokens.read(token)).isEmpty();
    }
}

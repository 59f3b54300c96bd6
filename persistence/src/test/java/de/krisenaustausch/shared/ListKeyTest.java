package de.krisenaustausch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListKeyTest {

    @Test
    void standsInAnAddressAndComesBack() {
        ListKey key = new ListKey(Instant.parse("2020-03-25T08:00:00.000123Z"), 4711);

        assertThat(key.toString()).isEqualTo("1585123200.123000-4711");
        assertThat(ListKey.parse(key.toString())).contains(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "abc", "1-2", "1.2", "1.2-", "-1.0-1", "1.0--1", "1.0-1 ", "1.0-1\n", "١.٠-١", "1.0-9999999999999999999",
        "9999999999999.0-1", "1.9999999999-1", "' or 1=1", "1e3.0-1"})
    void nonsenseIsNoKey(String text) {
        assertThat(ListKey.parse(text)).isEmpty();
    }

    @Test
    void theLargestThatIsAKeyBreaksNothing() {
        assertThat(ListKey.parse("999999999999.999999999-999999999999999999")).isPresent();
        assertThat(ListKey.parse("0.0-0")).contains(new ListKey(Instant.EPOCH, 0));
    }
}

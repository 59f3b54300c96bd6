package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.shared.ListKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestInputTest {

    @Test
    void takesRowsFromOneToAHundred() {
        assertThat(RestInput.limit("1")).isEqualTo(1);
        assertThat(RestInput.limit("100")).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "101", "-1", "1000", "x", " 5"})
    void refusesAnyOtherNumberOfRows(String text) {
        assertThatThrownBy(() -> RestInput.limit(text)).hasMessageContaining("error.parameter").hasMessageContaining("limit");
    }

    @Test
    void readsThePlaceInAList() {
        ListKey key = new ListKey(Instant.ofEpochSecond(1_600_000_000), 7);
        assertThat(RestInput.after(key.toString())).isEqualTo(key);
        assertThat(RestInput.after(null)).isNull();
        assertThatThrownBy(() -> RestInput.after("morgen")).hasMessageContaining("error.parameter").hasMessageContaining("after");
    }

    @Test
    void asksForABodyButNotForAList() {
        assertThat(RestInput.given("x")).isEqualTo("x");
        assertThatThrownBy(() -> RestInput.given(null)).hasMessageContaining("error.malformed");
        assertThat(RestInput.listed(null)).isEmpty();
        assertThat(RestInput.listed(List.of("personal"))).containsExactly("personal");
    }
}

package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Anybody can write anything into an address. */
class ParametersTest {

    @Test
    void readsIdsAndNothingElse() {
        assertThat(Parameters.id("17")).hasValue(17);
        assertThat(Parameters.id("999999999999999999")).hasValue(999_999_999_999_999_999L);
        assertThat(Parameters.id("1000000000000000000")).isEmpty();
        assertThat(Parameters.id("-1")).isEmpty();
        assertThat(Parameters.id("")).isEmpty();
        assertThat(Parameters.id(null)).isEmpty();
        assertThat(Parameters.ids(new String[] {"3", "x", "1", "3"})).containsExactly(3L, 1L);
        assertThat(Parameters.ids(null)).isEmpty();
    }

    @Test
    void writesWhatIsLookedFor() {
        assertThat(Parameters.words("  Amt für Soziales ", 7)).isEqualTo("Amt für");
        assertThat(Parameters.words(" ", 7)).isNull();
        assertThat(Parameters.query(Parameters.part("q", "Süd & West"), Parameters.part("land", null), Parameters.part("art", "UNION"))).isEqualTo("?q=S%C3%BCd+%26+West&art=UNION");
        assertThat(Parameters.query(Parameters.part("q", null))).isEmpty();
    }
}

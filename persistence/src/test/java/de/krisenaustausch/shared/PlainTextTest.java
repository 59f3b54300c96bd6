package de.krisenaustausch.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Das ist **sehr** _wichtig_. | Das ist sehr wichtig.",
        "Siehe [die Satzung](https://example.org/a_b). | Siehe die Satzung.",
        "`§ 12` gilt ~~nicht~~ | § 12 gilt nicht",
        "datei_name_1.pdf und 3 * 4 | datei_name_1.pdf und 3 4",
        "<b>roh</b> & mehr | <b>roh</b> & mehr"})
    void leavesTheWords(String markdown, String words) {
        assertThat(PlainText.of(markdown)).isEqualTo(words);
    }

    @Test
    void makesOneLineOfListsHeadingsAndQuotes() {
        assertThat(PlainText.of("# Frage\n\n- eins\n- zwei\n\n1. drei\n\n> Zitat\n")).isEqualTo("Frage eins zwei drei Zitat");
        assertThat(PlainText.of(null)).isEmpty();
    }
}

package de.krisenaustausch.registration.service.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody sends keeps the next mail waiting, or breaks the reading of it. */
class HostileMailTest {

    private static final int LENGTH = 128 * 1024;
    private static final int LINE = 80;

    private final Recogniser recogniser = new Recogniser(Sample.places(), Sample.SPACES);

    @ParameterizedTest
    @ValueSource(strings = {"Stadt ", "Amt für ", "Stadt Neuenkirchen Amt ", "Vorname: ", "12345 ", "i. A. ", "- ", "(((", "| a ", "\t", "mein Name ist ", "Anna-", ", ", "Ordnungsamt/", "A", "> ", "im Amt der Stadt "})
    void isReadToItsEnd(String word) {
        String line = word.repeat(Math.max(1, LINE / word.length())) + "\n";
        for (String text : List.of(word.repeat(LENGTH / word.length()), line.repeat(LENGTH / line.length()))) {
            Recognised found = recogniser.recognise(new ReadMail("post@example.org", "", "Coronavirus", text, "", "<1@example.org>", List.of(), null), Set.of());
            assertThat(found.isSure()).isFalse();
        }
    }
}

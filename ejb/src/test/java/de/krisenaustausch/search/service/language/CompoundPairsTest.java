package de.krisenaustausch.search.service.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which word finds which: lists of pairs that should (+) and must not (-) meet. */
class CompoundPairsTest {

    private record Pair(boolean wanted, String query, String word) {
        boolean isFound() {
            return Arrays.asList(GermanWords.get().indexed(word)).contains(GermanWords.get().stem(query));
        }
    }

    @Test
    void findsNearlyAllThatBelongTogether() {
        List<Pair> missed = pairs("paare.tsv").stream().filter(pair -> pair.wanted() && !pair.isFound()).toList();

        assertThat(missed).isEmpty();
    }

    @Test
    void findsNothingThatOnlyLooksAlike() {
        assertThat(pairs("paare.tsv").stream().filter(pair -> !pair.wanted() && pair.isFound())).isEmpty();
    }

    @Test
    void goesOnBeyondThatList() {
        assertThat(pairs("paare-weitere.tsv").stream().filter(pair -> pair.wanted() != pair.isFound())).isEmpty();
    }

    private static List<Pair> pairs(String name) {
        try (var in = CompoundPairsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("\t"))
                .map(field -> new Pair("+".equals(field[0]), field[1], field[2])).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

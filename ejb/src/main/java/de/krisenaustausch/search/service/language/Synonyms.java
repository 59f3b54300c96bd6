package de.krisenaustausch.search.service.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What else people call the same thing. Applied to what is asked, never to what is stored, so that a new line in the
 * list needs no new index. The list: {@code synonyme.txt}, one group a line, parted by commas.
 */
public final class Synonyms {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    /** The longest expression of the list has so many words that count. */
    static final int LONGEST = 4;
    private static final Synonyms INSTANCE = new Synonyms();

    private final Map<String, List<List<String>>> others = new HashMap<>();

    private Synonyms() {
        for (String line : WordLists.read("synonyme.txt")) {
            List<List<String>> group = Arrays.stream(line.split(",")).map(Synonyms::stems).filter(stems -> !stems.isEmpty()).distinct().toList();
            for (List<String> expression : group) {
                List<List<String>> rest = others.computeIfAbsent(String.join(" ", expression), first -> new ArrayList<>());
                group.stream().filter(other -> !other.equals(expression) && !rest.contains(other)).forEach(rest::add);
            }
        }
    }

    public static Synonyms get() {
        return INSTANCE;
    }

    /**
     * @param stems of neighbouring words
     * @return stems of other expressions for them; empty when there are none
     */
    public List<List<String>> of(List<String> stems) {
        return others.getOrDefault(String.join(" ", stems), List.of());
    }

    private static List<String> stems(String expression) {
        // of a group's abbreviations some look like stop words (da, ob); they are kept, as they are where one asks in capitals
        String[] words = NO_WORD.split(expression.strip());
        return Arrays.stream(words).filter(word -> !word.isEmpty() && (words.length == 1 || !GermanWords.get().isStopWord(word)))
            .map(GermanWords.get()::stem).toList();
    }
}

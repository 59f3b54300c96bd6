package de.krisenaustausch.municipality.service;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes alike what people write differently: Umlauts, "St.", designations before a name, little words within it. */
final class Spelling {

    /** Words that tell what an organisation is, and not which one. */
    static final Set<String> COUNTY = Set.of("kreis", "landkreis", "lkr", "lk", "kreisverwaltung", "landratsamt", "lra", "regionalverband", "staedteregion", "region");
    static final Set<String> UNION = Set.of("amt", "amtsverwaltung", "samtgemeinde", "sg", "verbandsgemeinde", "verbandsgemeindeverwaltung", "vg",
        "verwaltungsgemeinschaft", "vgem", "vvg", "gvv", "gemeindeverwaltungsverband", "verwaltungsverband", "gemeindeverband");
    static final Set<String> TOWN = Set.of("stadt", "stadtverwaltung", "landeshauptstadt", "lh", "lhst", "hansestadt", "bundesstadt", "kreisstadt",
        "universitaetsstadt", "lutherstadt");
    static final Set<String> VILLAGE = Set.of("gemeinde", "gde", "gem", "gemeindeverwaltung", "markt", "mkt", "marktgemeinde", "flecken", "ortsgemeinde");
    private static final Set<String> OTHER = Set.of("rathaus", "verwaltung", "kreisfreie", "grosse", "freie", "hanse", "und", "universitaets", "der", "die", "des", "von");
    /** Words that begin many names and are none. */
    private static final Set<String> FIRST = Set.of("bad", "sankt", "neu", "alt", "gross", "klein", "ober", "unter", "hohen", "markt");
    private static final Set<String> LITTLE = Set.of("an", "am", "auf", "bei", "beim", "der", "dem", "den", "die", "das", "im", "in", "ob", "und",
        "unter", "unterm", "vor", "von", "vom", "zu", "zum", "zur");

    private Spelling() {
    }

    /** @return lower case; Umlauts written out, other marks dropped, "St." is "Sankt" */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN)
            .replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss").replaceAll("\\bst\\.\\s*", "sankt ");
        return Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** @return the same with Umlauts merely stripped, as those write who have no such keys: "Koln" */
    static String bare(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.GERMAN);
        return plain.replaceAll("\\p{M}", "").replace("ß", "ss").replaceAll("\\bst\\.\\s*", "sankt ");
    }

    /** @return the words of a text that is folded already */
    static List<String> words(String folded) {
        return Arrays.stream(folded.split("[^\\p{L}0-9]+")).filter(word -> !word.isEmpty()).toList();
    }

    /** @return whether the word tells what an organisation is */
    static boolean isDesignation(String word) {
        return COUNTY.contains(word) || UNION.contains(word) || TOWN.contains(word) || VILLAGE.contains(word) || OTHER.contains(word);
    }

    /** @return whether the words can be somebody's name: "Bad" can't */
    static boolean isName(List<String> core) {
        return !core.isEmpty() && (core.size() > 1 || !FIRST.contains(core.get(0)));
    }

    /** @return whether names are the same with and without the word: "Neustadt a. d. Aisch" */
    static boolean isLittle(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0)) || LITTLE.contains(word);
    }

    /** @return the words that are the name itself, without designations before it and little words in it */
    static List<String> core(List<String> words) {
        int from = 0;
        while (from < words.size() - 1 && isDesignation(words.get(from))) {
            from++;
        }
        List<String> core = new ArrayList<>();
        for (String word : words.subList(from, words.size())) {
            if (core.isEmpty() || !isLittle(word)) {
                core.add(word);
            }
        }
        return core;
    }
}

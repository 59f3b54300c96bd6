package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's name taken apart, without titles.
 *
 * @param first null when only the family name is told, or its initial
 * @param sure whether it is plain where the first name ends
 */
record PersonName(String first, String last, boolean sure) {

    private static final Set<String> PARTICLES = Set.of("von", "vom", "van", "de", "den", "der", "dem", "zu", "zum", "zur", "ter", "ten", "di", "da", "del", "della",
        "dos", "le", "la", "al", "el", "bin", "und", "auf", "in", "v", "freiherr", "freifrau", "freiin", "graf", "graefin", "baron");
    private static final Set<String> STARTS = Set.of("von", "vom", "van", "de", "zu", "zum", "zur", "ter", "ten", "di", "da", "del", "della", "dos", "le", "la", "al", "el",
        "bin", "v", "freiherr", "freifrau", "freiin", "graf", "graefin", "baron", "der", "auf");
    private static final Pattern TITLE = Pattern.compile("(?i)(?<![\\p{L}])(?:dr\\.?(?:[ -]*(?:ing|med|jur|iur|phil|rer|nat|pol|agr|theol|oec|habil|h\\.? ?c|vet|dent|publ)\\.?)*|prof\\.?(?:in)?|"
        + "professor(?:in)?|dipl\\.?[- ]*\\p{L}+\\.?(?: ?\\((?:fh|uni|ba|th)\\))?|diplom-\\p{L}+|mag\\.|ass\\. ?(?:jur|iur)\\.?|ra(?:in)?(?= )|ll\\. ?[mb]\\.?|m\\. ?(?:a|sc|eng)\\.?(?![\\p{L}])|"
        + "b\\. ?(?:a|sc|eng)\\.?(?![\\p{L}])|mba|mpa|\\((?:fh|uni|ba|th)\\))(?=[\\s,.)]|$)[.,]?");
    private static final Pattern ADDRESSED = Pattern.compile("(?i)^(?:(?:sehr geehrte[rs]?|an|herrn?|hr\\.?|frau|fr\\.|fräulein|familie|i\\. ?a\\.|i\\.? ?v\\.|im auftrage?|in vertretung|gez\\.?|gezeichnet|"
        + "ihre?|your|mr\\.?|mrs\\.?|ms\\.?)[\\s,:]+)+");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*(?:[-‐–]\\p{L}[\\p{L}\\p{M}'’]*)*\\.?");

    /** @return null when the text is no name of a person */
    static PersonName of(String text) {
        String bare = text.replaceAll("\\([^)]*\\)|\\[[^]]*]|[\"“”„<>*_]", " ").strip();
        bare = ADDRESSED.matcher(bare).replaceFirst("");
        bare = TITLE.matcher(bare).replaceAll(" ").replaceAll("\\s+", " ").replaceAll("^[\\s,;.:–-]+|[\\s,;:–|!/-]+$", "").strip();
        if (bare.matches("(?i).*\\.$") && !bare.matches("(?i).*\\b\\p{L}\\.$")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        int comma = bare.indexOf(',');
        if (comma > 0) {
            List<String> last = names(bare.substring(0, comma));
            List<String> first = names(bare.substring(comma + 1));
            if (last.isEmpty() || first.isEmpty() || last.size() > 4 || first.size() > 4) {
                return null;
            }
            return reversed(last, first);
        }
        List<String> words = names(bare);
        return words.isEmpty() || words.size() > 7 ? null : split(words);
    }

    /** "Berg, Anna von" gives her particle back. */
    private static PersonName reversed(List<String> last, List<String> first) {
        int particle = 0;
        while (particle < first.size() && !isParticle(first.get(particle))) {
            particle++;
        }
        List<String> whole = new ArrayList<>(first.subList(particle, first.size()));
        whole.addAll(last);
        if (particle == 0 || !whole.stream().allMatch(word -> word.length() > 1)) {
            return null;
        }
        return new PersonName(given(first.subList(0, particle)), join(whole), true);
    }

    private static PersonName split(List<String> words) {
        int start = 1;
        while (start < words.size() && !STARTS.contains(Folding.fold(words.get(start)))) {
            start++;
        }
        if (words.size() == 1 || STARTS.contains(Folding.fold(words.get(0)))) {
            return new PersonName(null, join(words), words.size() == 1 || STARTS.contains(Folding.fold(words.get(0))));
        }
        if (start < words.size() - 1) {
            return new PersonName(given(words.subList(0, start)), join(words.subList(start, words.size())), true);
        }
        int size = words.size();
        boolean turned = size == 2 && FirstNames.isOne(words.get(1)) && !FirstNames.isOne(words.get(0)) && words.get(0).length() > 2;
        if (turned) {
            return new PersonName(given(words.subList(1, 2)), join(words.subList(0, 1)), false);
        }
        boolean plain = size == 2 || words.subList(1, size - 1).stream().allMatch(word -> FirstNames.isOne(word) || word.endsWith(".") || word.length() == 1);
        return new PersonName(given(words.subList(0, size - 1)), join(words.subList(size - 1, size)), plain && size <= 4);
    }

    private static String given(List<String> words) {
        // one initial is no first name, "Anna M." is one
        return words.stream().allMatch(word -> word.endsWith(".") && word.length() <= 3 || word.length() == 1) ? null : join(words);
    }

    private static List<String> names(String text) {
        List<String> words = Arrays.stream(text.strip().replaceAll("(?<=\\p{L})\\.(?=\\p{L}{2})", ". ").split("\\s+")).filter(word -> !word.isEmpty()).toList();
        return words.stream().allMatch(word -> NAME.matcher(word).matches()) ? words : List.of();
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(Folding.fold(word)) && Character.isLowerCase(word.charAt(0)) || Set.of("freiherr", "freifrau", "graf", "graefin").contains(Folding.fold(word));
    }

    private static String join(List<String> words) {
        return words.stream().map(PersonName::cased).collect(Collectors.joining(" "));
    }

    /** "MÜLLER" and "müller" become Müller; "McAllister" stays. */
    private static String cased(String word) {
        boolean upper = word.equals(word.toUpperCase(Locale.GERMAN)) && word.length() > 2 && !word.endsWith(".");
        boolean lower = word.equals(word.toLowerCase(Locale.GERMAN)) && !PARTICLES.contains(Folding.fold(word));
        if (!upper && !lower) {
            return word;
        }
        StringBuilder cased = new StringBuilder();
        boolean begins = true;
        for (char letter : word.toLowerCase(Locale.GERMAN).toCharArray()) {
            cased.append(begins ? Character.toUpperCase(letter) : letter);
            begins = letter == '-' || letter == '\'';
        }
        return cased.toString();
    }

    /** @return whether both may be the same person's: family names that agree, first names that do not contradict */
    boolean agrees(PersonName other) {
        if (!Folding.fold(last).replaceAll("[^a-z]", "").equals(Folding.fold(other.last).replaceAll("[^a-z]", ""))) {
            return false;
        }
        if (first == null || other.first == null) {
            return true;
        }
        String mine = Folding.fold(first);
        String hers = Folding.fold(other.first);
        return mine.startsWith(hers) || hers.startsWith(mine) || mine.split("[ -]")[0].equals(hers.split("[ -]")[0]);
    }
}

package de.krisenaustausch.search.service.language;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import de.danielnaber.jwordsplitter.GermanWordSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes German compounds apart: strictly (every part a known word) where that is possible, else into a known and one
 * unknown part. Strictness is what keeps "Wein" out of the Schweinepest; the measured variants stand in the tests.
 * The splitter's dictionary lacks newer words of crises, so a list of our own completes it.
 */
final class Compounds {

    /** The splitter throws above 70 letters; nothing that long is a word. */
    static final int LONGEST = 60;
    private static final int LEAST_PART = 3;
    private static final int LEAST_KNOWN = 5;
    private static final int LEAST_UNKNOWN = 4;
    private static final int LEAST_COMPOUND = 8;
    private static final int LEAST_MODIFIER = 4;
    private static final Pattern DERIVED = Pattern.compile("ver|ent|zer|be|er|ge|miss");
    /** After these only a joint can stand: it is the Gesundheits-Amt and no velvet. */
    private static final Pattern JOINED = Pattern.compile(".*(heit|keit|ung|schaft|ion|tät|ling)");
    private static final String[] ENDINGS = {"en", "es", "er", "n", "s", "e"};

    private final GermanWordSplitter splitter;
    private final Set<String> known;
    /** Words that are a word of their own and yet read as two: Trinkwasser, Feuerwehr. Only with these heads. */
    private final Set<String> heads;
    /** Prefixes and adverbs: what begins with one is no compound of nouns. */
    private final Set<String> prefixes;

    Compounds() {
        known = new HashSet<>(EmbeddedGermanDictionary.getWords());
        known.addAll(WordLists.read("woerter.txt"));
        heads = Set.copyOf(WordLists.read("grundwoerter.txt"));
        prefixes = Set.copyOf(WordLists.read("vorsilben.txt"));
        try {
            splitter = new GermanWordSplitter(false, known);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        splitter.setMinimumWordLength(LEAST_PART);
        splitter.setStrictMode(true);
    }

    /**
     * @param word in lower case
     * @return its parts from left to right, which joined give the word again; one part when it is no compound
     */
    List<String> split(String word) {
        if (word.length() > LONGEST || word.length() < 2 * LEAST_PART) {
            return List.of(word);
        }
        List<String> parts = splitter.splitWord(word);
        if (parts.size() == 1 && !isKnown(word)) {
            parts = respellings(word).stream().map(splitter::splitWord).filter(split -> split.size() > 1).findFirst()
                .orElseGet(() -> halfKnown(word));
        }
        List<String> all = new ArrayList<>(parts.size() + 1);
        joined(parts).forEach(part -> all.addAll(lexical(part)));
        return all;
    }

    private List<String> joined(List<String> parts) {
        List<String> right = new ArrayList<>(parts);
        for (int i = 1; i < right.size(); i++) {
            String part = right.get(i);
            if (part.startsWith("s") && JOINED.matcher(right.get(i - 1)).matches() && isKnown(part.substring(1))) {
                right.set(i - 1, right.get(i - 1) + "s");
                right.set(i, part.substring(1));
            }
        }
        return right;
    }

    /** @return the part without the s that only joins it to the next */
    String withoutJoint(String part) {
        String bare = part.substring(0, part.length() - 1);
        return part.endsWith("s") && part.length() > LEAST_UNKNOWN && known.contains(bare) ? bare : part;
    }

    /** Writes ae, oe, ue and one ss after the other as the dictionary has them; a wrong guess is not found in it. */
    private static List<String> respellings(String word) {
        String umlauts = word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
        List<String> spelled = new ArrayList<>();
        if (!umlauts.equals(word)) {
            spelled.add(umlauts);
        }
        for (int at = umlauts.indexOf("ss"); at >= 0; at = umlauts.indexOf("ss", at + 1)) {
            spelled.add(umlauts.substring(0, at) + "ß" + umlauts.substring(at + 2));
        }
        return spelled;
    }

    private boolean isKnown(String word) {
        if (known.contains(word)) {
            return true;
        }
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && known.contains(word.substring(0, word.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    /** Splits once, at the longest known end or beginning; each side is tried again by itself. */
    private List<String> halfKnown(String word) {
        int best = 0;
        int bestLength = LEAST_KNOWN - 1;
        for (int at = LEAST_UNKNOWN; at <= word.length() - LEAST_UNKNOWN; at++) {
            if (prefixes.contains(word.substring(0, at)) || at <= LEAST_UNKNOWN && isDerived(word)) {
                continue;
            }
            if (word.length() - at > bestLength && isKnownSide(word.substring(at))) {
                best = at;
                bestLength = word.length() - at;
            }
            if (at > bestLength && isKnownSide(word.substring(0, at))) {
                best = at;
                bestLength = at;
            }
        }
        if (best == 0) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>(split(word.substring(0, best)));
        parts.addAll(split(word.substring(best)));
        return parts;
    }

    /** Verpachtung is no Achtung: what such a syllable begins is one word. */
    private static boolean isDerived(String word) {
        return DERIVED.matcher(word).lookingAt();
    }

    private boolean isKnownSide(String side) {
        return isKnown(side) || side.length() >= LEAST_COMPOUND && splitter.splitWord(side).size() > 1;
    }

    private List<String> lexical(String part) {
        for (int at = LEAST_MODIFIER; at <= part.length() - LEAST_PART; at++) {
            String modifier = part.substring(0, at);
            if (isHead(part.substring(at)) && !prefixes.contains(modifier)
                && (known.contains(modifier) || known.contains(withoutJoint(modifier)))) {
                return List.of(modifier, part.substring(at));
            }
        }
        return List.of(part);
    }

    private boolean isHead(String end) {
        if (heads.contains(end)) {
            return true;
        }
        for (String ending : ENDINGS) {
            if (end.endsWith(ending) && heads.contains(end.substring(0, end.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }
}

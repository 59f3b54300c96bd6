package de.krisenaustausch.registration.service.recognition;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** By which words a mail asks for which space; typing errors are forgiven. */
public final class SpaceWords {

    private static final Pattern PREFIX = Pattern.compile("(?i)^\\s*(?:(?:re|aw|antw(?:ort)?|wg|fwd?|wtr|sv|vs|tr|rv)\\s*(?:\\[\\d+])?\\s*:|\\[[^]]{1,40}])\\s*");
    private static final int ONE_TYPO = 5;
    private static final int TWO_TYPOS = 9;

    private final Map<String, List<String>> words = new LinkedHashMap<>();

    /** @param bySpace slug of a space → the words that mean it */
    public SpaceWords(Map<String, List<String>> bySpace) {
        bySpace.forEach((slug, meant) -> words.put(slug, meant.stream().map(word -> String.join(" ", tokens(word))).filter(word -> !word.isEmpty()).toList()));
    }

    /** @return slug of the space that the text names, and whether letter by letter; null when it names none, or more than one */
    Meant in(String text) {
        Meant best = null;
        boolean several = false;
        List<String> tokens = tokens(bare(text));
        for (Map.Entry<String, List<String>> space : words.entrySet()) {
            for (String word : space.getValue()) {
                Meant meant = meant(space.getKey(), word, tokens);
                if (meant != null && (best == null || meant.length() > best.length())) {
                    several = false;
                    best = meant;
                } else if (meant != null && meant.length() == best.length() && !meant.slug().equals(best.slug())) {
                    several = true;
                }
            }
        }
        return several ? null : best;
    }

    /** @return a subject without Re:, AW:, WG: */
    static String bare(String subject) {
        String bare = subject;
        String before;
        do {
            before = bare;
            bare = PREFIX.matcher(bare).replaceFirst("");
        } while (!bare.equals(before));
        return bare;
    }

    /** @param length of the word that fits: the longer one means more */
    record Meant(String slug, boolean exact, int length) {
    }

    private static Meant meant(String slug, String word, List<String> tokens) {
        int size = word.split(" ").length;
        for (int from = 0; from + size <= tokens.size(); from++) {
            String said = String.join(" ", tokens.subList(from, from + size));
            if (said.equals(word) || word.length() >= ONE_TYPO && (said.startsWith(word) || size == 1 && said.endsWith(word))) {
                return new Meant(slug, true, word.length());
            }
        }
        String glued = word.replace(" ", "");
        for (int from = 0; from < tokens.size(); from++) {
            int limit = glued.length() < ONE_TYPO ? 0 : glued.length() < TWO_TYPOS ? 1 : 2;
            if (Folding.distance(tokens.get(from), glued, limit) <= limit
                || from + 1 < tokens.size() && Folding.distance(tokens.get(from) + tokens.get(from + 1), glued, limit) <= limit) {
                return new Meant(slug, limit == 1 && glued.length() <= ONE_TYPO ? false : true, glued.length() - 1);
            }
        }
        return null;
    }

    private static List<String> tokens(String text) {
        return Arrays.stream(Folding.fold(text).split("[^a-z0-9]+")).filter(token -> !token.isEmpty()).toList();
    }
}

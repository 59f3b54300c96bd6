package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All organisations by the words of their names, so that any spelling of one finds it. */
public final class Places {

    private static final int TYPO = 6;
    private static final int TWO_TYPOS = 12;

    private final Map<String, List<Place>> byName = new HashMap<>();
    private final Map<String, List<Place>> byHead = new HashMap<>();
    private final Map<String, List<Place>> byDomain = new HashMap<>();
    private final Map<String, List<Place>> byPostcode = new HashMap<>();

    /** How well a spelling fits: the whole name, its beginning ("Halle" for "Halle (Saale)"), or but for a typing error. */
    enum Fit { WHOLE, HEAD, TYPO }

    /** Those whom a spelling may mean. */
    record Found(Fit fit, Set<Place> places) {

        static final Found NONE = new Found(Fit.TYPO, Set.of());

        boolean isEmpty() {
            return places.isEmpty();
        }
    }

    public Places(Collection<Place> places) {
        for (Place place : places) {
            String bare = Designation.bare(place.name());
            put(byName, String.join(" ", Folding.words(bare)), place);
            put(byName, String.join(" ", Folding.words(place.name().replaceAll(",.*| \\(VG(?:em)?\\)", ""))), place);
            put(byHead, String.join(" ", Folding.words(head(bare))), place);
            place.domains().forEach(domain -> put(byDomain, domain.toLowerCase(java.util.Locale.ROOT), place));
            place.postcodes().forEach(postcode -> put(byPostcode, postcode, place));
        }
    }

    private static void put(Map<String, List<Place>> map, String key, Place place) {
        List<Place> row = map.computeIfAbsent(key, unused -> new ArrayList<>(1));
        if (!key.isEmpty() && !row.contains(place)) {
            row.add(place);
        }
    }

    /** @return the name up to what only tells it from its namesakes */
    private static String head(String bare) {
        String head = bare.split("[(/,]| (?:a|i|b|o|v)\\.| (?:an|am|in|im|bei|ob|vor|auf)(?: |$)", 2)[0].strip();
        return head.isEmpty() ? bare : head;
    }

    /** @param spelling a name without designation */
    Found named(String spelling) {
        List<String> words = Folding.words(spelling);
        if (words.isEmpty() || words.get(0).length() < 2) {
            return Found.NONE;
        }
        String key = String.join(" ", words);
        List<Place> whole = byName.getOrDefault(key, List.of());
        if (!whole.isEmpty()) {
            return new Found(Fit.WHOLE, new LinkedHashSet<>(whole));
        }
        List<Place> heads = byHead.getOrDefault(key, List.of());
        return heads.isEmpty() ? abbreviated(words) : new Found(Fit.HEAD, new LinkedHashSet<>(heads));
    }

    /** Namesakes whose whole name is longer: "Neustadt" may also mean the one at the Aisch. */
    Set<Place> alsoNamed(String spelling) {
        return new LinkedHashSet<>(byHead.getOrDefault(String.join(" ", Folding.words(spelling)), List.of()));
    }

    /** "Freiburg i. Br.", "Frankfurt a.M.": the last words are beginnings. */
    private Found abbreviated(List<String> words) {
        Set<Place> found = new LinkedHashSet<>();
        for (int first = words.size() - 1; first >= 1 && found.isEmpty(); first--) {
            for (Place place : byHead.getOrDefault(String.join(" ", words.subList(0, first)), List.of())) {
                List<String> whole = Folding.words(Designation.bare(place.name()));
                if (whole.size() == words.size() && begins(whole.subList(first, whole.size()), words.subList(first, words.size()))) {
                    found.add(place);
                }
            }
        }
        return found.isEmpty() ? Found.NONE : new Found(Fit.WHOLE, found);
    }

    private static boolean begins(List<String> whole, List<String> shortened) {
        for (int i = 0; i < whole.size(); i++) {
            if (!shortens(shortened.get(i), whole.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** "Old." and "Oldb" are both Oldenburg. */
    private static boolean shortens(String shortened, String word) {
        if (word.charAt(0) != shortened.charAt(0)) {
            return false;
        }
        int at = 0;
        for (char letter : shortened.toCharArray()) {
            at = word.indexOf(letter, at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }

    /** @return those whose name is the spelling but for one or two letters */
    Found mistyped(String spelling) {
        String key = String.join(" ", Folding.words(spelling));
        if (key.length() < TYPO) {
            return Found.NONE;
        }
        int limit = key.length() < TWO_TYPOS ? 1 : 2;
        Set<Place> found = new LinkedHashSet<>();
        byName.forEach((name, places) -> {
            if (name.length() >= TYPO - 1 && Folding.distance(key, name, limit) <= limit) {
                found.addAll(places);
            }
        });
        return new Found(Fit.TYPO, found);
    }

    /** @return those whose own domain it is, or a part of */
    Set<Place> ofDomain(String domain) {
        String rest = domain;
        while (rest.contains(".")) {
            List<Place> found = byDomain.get(rest);
            if (found != null) {
                return new LinkedHashSet<>(found);
            }
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return Set.of();
    }

    Set<Place> ofPostcode(String postcode) {
        return new LinkedHashSet<>(byPostcode.getOrDefault(postcode, List.of()));
    }
}

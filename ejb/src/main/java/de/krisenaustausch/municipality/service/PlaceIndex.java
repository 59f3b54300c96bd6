package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of all organisations in memory, for finding them while somebody types: every word of a name, its Kreis and Land,
 * its keys and PLZ, sorted, so that what begins with some letters lies together. Some 13,000 organisations take about 10 MB
 * and are made in a quarter of a second; it never changes afterwards.
 */
final class PlaceIndex {

    /** Shorter words are too often one letter away from another. */
    private static final int LEAST_FOR_TYPOS = 5;
    private static final int RANKS = 8;
    /** Comes after every letter. */
    private static final char END = '\uffff';

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Place> byId = new HashMap<>();
    private final Map<String, Place> byLabel = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();
    private final String[] words;
    private final int[] owners;

    /** @param name the core as one text @param formerly names that are part of it now, for people who still use them */
    record Entry(Place place, List<String> core, String name, String[] words, List<String> formerly) {

        boolean has(String beginning) {
            for (String word : words) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A suggestion. @param formerly the former name by which it was found, or null */
    record Hit(Place place, String formerly) {
    }

    PlaceIndex(Collection<Place> places) {
        places.forEach(place -> byId.put(place.id(), place));
        Map<Long, List<String>> former = new HashMap<>();
        places.stream().filter(Place::gone).forEach(place -> current(place)
            .ifPresent(now -> former.computeIfAbsent(now.id(), id -> new ArrayList<>()).add(place.name())));
        places.stream().filter(place -> !place.gone()).sorted(Comparator.comparingInt(Place::population).reversed().thenComparing(Place::id))
            .forEach(place -> entries.add(entry(place, former.getOrDefault(place.id(), List.of()))));
        List<Map.Entry<String, Integer>> pairs = new ArrayList<>();
        for (int number = 0; number < entries.size(); number++) {
            for (String word : entries.get(number).words()) {
                pairs.add(Map.entry(word, number));
            }
        }
        name();
        pairs.sort(Map.Entry.comparingByKey());
        words = pairs.stream().map(Map.Entry::getKey).toArray(String[]::new);
        owners = pairs.stream().mapToInt(Map.Entry::getValue).toArray();
    }

    /** Gives each its label; the few that share one are told apart by their PLZ. */
    private void name() {
        for (Entry entry : entries) {
            String label = Spelling.fold(entry.place().label());
            if (byLabel.putIfAbsent(label, entry.place()) != null) {
                doubled.add(label);
            }
        }
        doubled.forEach(byLabel::remove);
        entries.stream().map(Entry::place).filter(place -> doubled.contains(Spelling.fold(place.label())))
            .forEach(place -> byLabel.putIfAbsent(Spelling.fold(label(place)), place));
    }

    /** @return what names the organisation for good: "Gemeinde Neuenkirchen, Kreis Steinfurt, NW" */
    String label(Place place) {
        return doubled.contains(Spelling.fold(place.label())) && place.postalCode() != null ? place.label() + ", " + place.postalCode() : place.label();
    }

    private static Entry entry(Place place, List<String> formerly) {
        List<String> name = Spelling.words(Spelling.fold(place.name()));
        Set<String> all = new LinkedHashSet<>(name);
        all.addAll(Spelling.words(Spelling.bare(place.name())));
        String around = (place.county() == null ? "" : place.county()) + " " + place.state().getLabel() + " " + place.state();
        all.addAll(Spelling.words(Spelling.fold(around)));
        formerly.forEach(old -> all.addAll(Spelling.words(Spelling.fold(old))));
        for (String key : Arrays.asList(place.ags(), place.ars(), place.postalCode())) {
            if (key != null) {
                all.add(key.strip());
            }
        }
        List<String> core = Spelling.core(name);
        return new Entry(place, core, String.join(" ", core), all.toArray(String[]::new), formerly);
    }

    /** @return the organisation with that id, or the one that it is part of now */
    Optional<Place> find(long id) {
        return Optional.ofNullable(byId.get(id)).flatMap(this::current);
    }

    /** @return the organisation whose label this is, to the letter but for case and Umlauts */
    Optional<Place> labelled(String label) {
        return Optional.ofNullable(byLabel.get(Spelling.fold(label.strip())));
    }

    /** Follows successors. @return empty when the last of them is gone too */
    private Optional<Place> current(Place place) {
        Place now = place;
        for (int steps = 0; now != null && now.gone() && steps < 20; steps++) {
            now = now.successorId() == null ? null : byId.get(now.successorId());
        }
        return Optional.ofNullable(now).filter(found -> !found.gone());
    }

    List<Entry> entries() {
        return entries;
    }

    /**
     * @param typed beginnings of words, in any order
     * @return the best first: the name itself, then its beginning, then any word; among those the larger
     */
    List<Hit> suggest(String typed, int limit) {
        List<String> asked = asked(typed);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Entry> found = find(asked);
        if (found.isEmpty()) {
            found = find(corrected(asked));
        }
        String name = String.join(" ", Spelling.core(asked));
        String first = asked.get(asked.size() > 1 && Spelling.isDesignation(asked.get(0)) ? 1 : 0);
        List<List<Entry>> ranked = new ArrayList<>();
        for (int rank = 0; rank < RANKS; rank++) {
            ranked.add(new ArrayList<>());
        }
        // the entries come by population
        for (Entry entry : found) {
            List<Entry> equals = ranked.get(rank(entry, name, first, asked.size() == 1));
            if (equals.size() < limit) {
                equals.add(entry);
            }
        }
        return ranked.stream().flatMap(List::stream).limit(limit).map(entry -> new Hit(entry.place(), former(entry, asked))).toList();
    }

    /** The little words do not count, but for one that may be the beginning of another. */
    private static List<String> asked(String typed) {
        List<String> all = Spelling.words(Spelling.fold(typed));
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!Spelling.isLittle(all.get(i)) || asked.isEmpty() && i == all.size() - 1 && all.get(i).length() > 1) {
                asked.add(all.get(i));
            }
        }
        return asked;
    }

    /** Begins with the word that fewest have, since nearly all have "Gemeinde". */
    private List<Entry> find(List<String> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        String rarest = asked.stream().min(Comparator.comparingInt(word -> first(word + END) - first(word))).orElseThrow();
        BitSet owning = new BitSet(entries.size());
        int to = first(rarest + END);
        for (int at = first(rarest); at < to; at++) {
            owning.set(owners[at]);
        }
        List<Entry> found = new ArrayList<>();
        for (int number = owning.nextSetBit(0); number >= 0; number = owning.nextSetBit(number + 1)) {
            if (hasAll(entries.get(number), asked)) {
                found.add(entries.get(number));
            }
        }
        return found;
    }

    private static boolean hasAll(Entry entry, List<String> asked) {
        for (String word : asked) {
            if (!entry.has(word)) {
                return false;
            }
        }
        return true;
    }

    /** @return where the first word stands that does not come before this one */
    private int first(String word) {
        int low = 0;
        int high = words.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words[middle].compareTo(word) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int rank(Entry entry, String name, String first, boolean alone) {
        int office = entry.place().kind() == MunicipalityKind.COUNTY || entry.place().kind() == MunicipalityKind.UNION ? 1 : 0;
        if (entry.name().equals(name) || alone && isKey(entry.place(), name)) {
            return office;
        }
        if (entry.name().startsWith(name)) {
            return 2 + office;
        }
        for (String word : entry.core()) {
            if (word.startsWith(first)) {
                return 4 + office;
            }
        }
        return 6 + office;
    }

    private static boolean isKey(Place place, String text) {
        return text.equals(place.ags()) || text.equals(place.ars()) || text.equals(place.postalCode());
    }

    /** @return the former name that has what the present one lacks of what was asked; null when it lacks nothing */
    private static String former(Entry entry, List<String> asked) {
        Place place = entry.place();
        String now = place.name() + " " + place.where() + " " + place.state() + " " + place.ags() + " " + place.ars() + " " + place.postalCode();
        List<String> own = new ArrayList<>(Spelling.words(Spelling.fold(now)));
        own.addAll(Spelling.words(Spelling.bare(now)));
        List<String> lacking = asked.stream().filter(word -> own.stream().noneMatch(has -> has.startsWith(word))).toList();
        return lacking.isEmpty() ? null : entry.formerly().stream().filter(old -> Spelling.words(Spelling.fold(old)).stream()
            .anyMatch(word -> lacking.stream().anyMatch(word::startsWith))).findFirst().orElse(null);
    }

    /** Puts for each word that begins none the nearest that does, one letter away. @return empty when there is none */
    private List<String> corrected(List<String> asked) {
        List<String> all = new ArrayList<>();
        for (String word : asked) {
            int at = first(word);
            if (at < words.length && words[at].startsWith(word)) {
                all.add(word);
            } else if (word.length() >= LEAST_FOR_TYPOS && !Character.isDigit(word.charAt(0))) {
                Optional<String> near = Arrays.stream(words).filter(known -> isOneAway(word, known)).findFirst();
                if (near.isEmpty()) {
                    return List.of();
                }
                all.add(near.get());
            } else {
                return List.of();
            }
        }
        return all;
    }

    /** @return whether one letter too many, too few or another, or two exchanged, make the difference to the word's beginning */
    static boolean isOneAway(String typed, String word) {
        int same = 0;
        while (same < typed.length() && same < word.length() && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        if (same == 0 || word.length() < typed.length() - 1) {
            return false;
        }
        String rest = typed.substring(same);
        String other = word.substring(same);
        return rest.length() > 0 && (other.startsWith(rest.substring(1)) && other.length() >= rest.length() - 1
            || other.length() > 0 && other.substring(1).startsWith(rest)
            || other.length() > 0 && other.substring(1).startsWith(rest.substring(1))
            || rest.length() > 1 && other.length() > 1 && rest.charAt(0) == other.charAt(1) && rest.charAt(1) == other.charAt(0)
                && other.substring(2).startsWith(rest.substring(2)));
    }
}

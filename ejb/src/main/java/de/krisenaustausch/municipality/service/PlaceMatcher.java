package de.krisenaustausch.municipality.service;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds whom a name means, as clerks write it: "Gde. Neuenkirchen (Kr. Steinfurt)", "48485 Neuenkirchen", "Stadt Halle".
 * Careful rather than clever: certain is only what nothing contradicts and nobody else could be.
 */
final class PlaceMatcher {

    private static final Pattern BEHIND = Pattern.compile("[,;(/]|\\bim (?=(?:land)?kreis\\b)|\\bin (?=NRW\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTAL_CODE = Pattern.compile("\\b(?:D-)?([0-9]{5})\\b");
    private static final List<MunicipalityKind> TOWNS = List.of(MunicipalityKind.CITY, MunicipalityKind.TOWN);
    private static final int REGION = 2;

    private final PlaceIndex index;

    PlaceMatcher(PlaceIndex index) {
        this.index = index;
    }

    /** @param home the organisation that the sender's mail domain belongs to, or null */
    Match match(String name, Match.Hints hints, Place home) {
        Optional<Place> labelled = index.labelled(name);
        if (labelled.isPresent()) {
            return certain(labelled.get());
        }
        Matcher code = POSTAL_CODE.matcher(name);
        String postalCode = hints.postalCode() != null ? hints.postalCode() : code.find() ? code.group(1) : null;
        String[] parts = BEHIND.split(code.reset().replaceAll(" "), 2);
        List<String> words = Spelling.words(Spelling.fold(parts[0]));
        List<String> core = Spelling.core(words);
        String behind = parts.length > 1 ? parts[1] : "";
        // "Halle (Saale)" and "Rotenburg (Wümme)" have it in their name
        List<String> full = Spelling.core(Spelling.words(Spelling.fold(parts[0] + " " + behind)));
        List<PlaceIndex.Entry> named = core.isEmpty() ? List.of() : beginning(full);
        boolean all = !named.isEmpty() && !behind.isEmpty();
        if (named.isEmpty() && !core.isEmpty()) {
            named = beginning(core);
        }
        boolean shortened = named.isEmpty();
        while (named.isEmpty() && core.size() > 1) {
            behind = core.get(core.size() - 1) + " " + behind;
            core = core.subList(0, core.size() - 1);
            named = Spelling.isName(core) ? beginning(core) : List.of();
        }
        List<PlaceIndex.Entry> called = named;
        named = ofKind(called, words.isEmpty() ? List.of() : words.subList(0, Math.max(1, words.size() - 1)));
        if (called.isEmpty()) {
            return home == null ? Match.NONE : new Match(Match.Certainty.SEVERAL, List.of(home));
        }
        State state = new State(named.isEmpty() ? called : named, named.isEmpty());
        state.narrow(postalCode != null, place -> postalCode.equals(place.postalCode()), place -> near(place, postalCode));
        state.narrow(hints.state() != null, place -> place.state() == hints.state(), place -> false);
        state.narrow(hints.county() != null, place -> lies(place, hints.county()), place -> false);
        if (!all && !behind.isEmpty()) {
            String where = behind;
            stateIn(where).ifPresentOrElse(land -> state.narrow(true, place -> place.state() == land, place -> false),
                () -> state.narrow(true, place -> lies(place, where), place -> !shortened));
        }
        if (home != null) {
            state.narrow(true, place -> place.id() == home.id(), place -> false);
        }
        return state.match(all ? full : core, home);
    }

    /** What is left of the candidates, and whether anything confirmed or contradicted it. */
    private static final class State {

        private List<PlaceIndex.Entry> left;
        private boolean confirmed;
        private boolean contradicted;

        /** @param contradicted whether they are not what the name says: a Kreis where nobody said so */
        State(List<PlaceIndex.Entry> left, boolean contradicted) {
            this.left = left;
            this.contradicted = contradicted;
        }

        /** @param tolerable whether it may be this one all the same: a town has many PLZ, and we know one */
        void narrow(boolean known, Predicate<Place> fits, Predicate<Place> tolerable) {
            if (!known) {
                return;
            }
            List<PlaceIndex.Entry> fitting = left.stream().filter(entry -> fits.test(entry.place())).toList();
            if (!fitting.isEmpty()) {
                left = fitting;
                confirmed = true;
                return;
            }
            List<PlaceIndex.Entry> possible = left.stream().filter(entry -> tolerable.test(entry.place())).toList();
            contradicted |= possible.isEmpty();
            left = possible.isEmpty() ? left : possible;
        }

        Match match(List<String> core, Place home) {
            if (left.size() == 1 && !contradicted && (confirmed || left.get(0).core().equals(core))) {
                return certain(left.get(0).place());
            }
            Stream<Place> first = home == null ? Stream.empty() : Stream.of(home);
            return new Match(Match.Certainty.SEVERAL, Stream.concat(first, left.stream().map(PlaceIndex.Entry::place)).distinct().limit(Match.MOST).toList());
        }
    }

    private static Match certain(Place place) {
        return new Match(Match.Certainty.CERTAIN, List.of(place));
    }

    /** @return those whose name begins with all these words: "Freiburg" may be "Freiburg im Breisgau" */
    private List<PlaceIndex.Entry> beginning(List<String> core) {
        return index.entries().stream().filter(entry -> entry.core().size() >= core.size() && entry.core().subList(0, core.size()).equals(core)).toList();
    }

    /** Keeps those of the kind that the name says; a Kreis is meant only where it is said. */
    private static List<PlaceIndex.Entry> ofKind(List<PlaceIndex.Entry> named, List<String> before) {
        List<MunicipalityKind> kinds = new ArrayList<>();
        if (before.stream().anyMatch(Spelling.COUNTY::contains)) {
            kinds.add(MunicipalityKind.COUNTY);
        } else if (before.stream().anyMatch(Spelling.UNION::contains)) {
            kinds.add(MunicipalityKind.UNION);
        } else if (before.stream().anyMatch(Spelling.TOWN::contains)) {
            kinds.addAll(TOWNS);
        } else if (before.stream().anyMatch(Spelling.VILLAGE::contains)) {
            kinds.add(MunicipalityKind.VILLAGE);
        } else {
            kinds.addAll(List.of(MunicipalityKind.CITY, MunicipalityKind.TOWN, MunicipalityKind.VILLAGE, MunicipalityKind.UNION, MunicipalityKind.ASSOCIATION));
        }
        List<PlaceIndex.Entry> fitting = named.stream().filter(entry -> kinds.contains(entry.place().kind())).toList();
        // a town is a Gemeinde too
        return fitting.isEmpty() && kinds.contains(MunicipalityKind.VILLAGE)
            ? named.stream().filter(entry -> TOWNS.contains(entry.place().kind())).toList() : fitting;
    }

    private static boolean near(Place place, String postalCode) {
        return place.postalCode() == null || place.postalCode().length() < REGION || postalCode.length() < REGION
            || place.postalCode().substring(0, REGION).equals(postalCode.substring(0, REGION));
    }

    private static boolean lies(Place place, String county) {
        List<String> said = Spelling.core(Spelling.words(Spelling.fold(county.replaceAll("(?i)\\bkr\\.", "Kreis "))));
        if (place.county() == null || said.isEmpty()) {
            return false;
        }
        List<String> own = Spelling.core(Spelling.words(Spelling.fold(place.county())));
        return own.equals(said) || own.size() > said.size() && own.subList(0, said.size()).equals(said);
    }

    private static Optional<FederalState> stateIn(String text) {
        String folded = " " + String.join(" ", Spelling.words(Spelling.fold(text))) + " ";
        for (FederalState state : FederalState.values()) {
            String label = String.join(" ", Spelling.words(Spelling.fold(state.getLabel())));
            if (folded.contains(" " + label + " ") || folded.strip().equals(state.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(state);
            }
        }
        return folded.contains(" nrw ") ? Optional.of(FederalState.NW) : Optional.empty();
    }
}

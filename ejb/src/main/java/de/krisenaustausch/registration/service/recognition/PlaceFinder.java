package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which organisation a mail comes from: gathers all that it mentions, and weighs namesakes by Kreis, Land, PLZ and mail domain. */
final class PlaceFinder {

    private static final Pattern POSTCODE = Pattern.compile("(?<![\\d/.-])(?:D[- ])?(\\d{5})(?!\\d|\\)?[ ]*[-/–]?[ ]*\\d{2})(?:[ ]+(\\p{Lu}[^,;|\\t]{1,60}))?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’-]*\\.?");
    private static final Pattern ADJECTIVE = Pattern.compile("(\\p{Lu}\\p{Ll}+)e[rnms] Kreis(?:es)?(?!\\p{L})");
    private static final Pattern COUNTY = Pattern.compile("(?<![\\p{L}])(?:(?:Land)?[Kk]reis(?:es)?|LK|Lkr\\.?|Kr\\.)[ ]+(\\p{Lu}[\\p{L}./-]+(?:[ -](?:a\\.d\\.|an der|am|im|in der)?[ ]?\\p{Lu}[\\p{L}-]+)?)");
    private static final Pattern NAME = Pattern.compile("\\p{L}[^\\s]*(?: (?:(?:a|an|am|im|in|der|bei|ob|auf|vor|unter)\\.? )*\\p{Lu}[^\\s]*){0,3}");
    /** "Villingen - Schwenningen" is one name, as a rule it has no spaces there. */
    private static final Pattern TWIN = Pattern.compile("(\\p{Lu}\\p{L}+) [–-] (\\p{Lu}\\p{L}+)");
    /** Of a Gemeindeverband: none of them is the sender's. */
    private static final Pattern MEMBERS = Pattern.compile("(?i)^\\W*(?:unsere )?(?:mitglieds|verbands|amtsangehörige[nr]? )(?:gemeinden|kommunen)(?: und \\p{L}+)? *[:–-]");
    private static final int LONGEST = 7;
    private static final int REACH = 200;
    private static final int NEAR = 60;
    /** Less than the lead that is asked for: who writes "Halle" may well mean the one on the Saale. */
    private static final double WHOLE = 1.2;
    private static final double LEAD = 2;
    private static final double STRONG = 7;
    /** Weight of what is named in passing: taken when there is nothing else, and then uncertain. */
    static final double HINT = 2.5;
    private static final Pattern IN = Pattern.compile("in|aus|von|bei");

    private final Places places;
    private final MailDomain domain;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> postcodes = new HashSet<>();
    private boolean other;
    private final Set<String> counties = new HashSet<>();
    private final Set<String> unions = new HashSet<>();
    private final Set<FederalState> states = new HashSet<>();

    /** Where a mail names an organisation. @param weight how much the spot says that it is the sender's own */
    private record Mention(String written, Designation designation, Places.Found found, double weight) {

        /** Of "Kreis Höxter" and "Samtgemeinde Hambergen" the first word is part of the name, and still says that it is not the town. */
        Mention {
            Designation own = designation == null ? Designation.foremost(written) : null;
            designation = own != null && found.places().stream().anyMatch(place -> own.kinds().contains(place.kind())) ? own : designation;
        }
    }

    /** What was decided. @param written as she wrote it, or null when there is nothing */
    record Home(String written, List<Place> candidates, boolean sure) {
    }

    PlaceFinder(Places places, String address) {
        this.places = places;
        this.domain = new MailDomain(address);
    }

    /** Takes up PLZ, Kreis and Land, which tell namesakes apart. */
    void hear(String line) {
        Matcher postcode = POSTCODE.matcher(line);
        while (postcode.find()) {
            postcodes.add(postcode.group(1));
            if (postcode.group(2) != null) {
                Mention mention = phrase(postcode.group(2), null, 3);
                if (mention != null) {
                    mentions.add(mention);
                }
            }
        }
        Matcher county = COUNTY.matcher(line);
        while (county.find()) {
            counties.add(key(county.group(1)));
        }
        String folded = " " + Folding.fold(line).replaceAll("[^a-z]+", " ") + " ";
        for (FederalState state : FederalState.values()) {
            if (folded.contains(" " + Folding.fold(state.getLabel()).replaceAll("[^a-z]+", " ") + " ")) {
                states.add(state);
            }
        }
        if (line.matches(".*(?<![\\p{L}.])(?:NRW|Nds\\.|S-H|MeckPomm|BaWü|Ba-Wü|RLP)(?![\\p{L}]).*")) {
            states.add(line.contains("NRW") ? FederalState.NW : line.contains("Nds") ? FederalState.NI : line.contains("S-H") ? FederalState.SH
                : line.contains("Meck") ? FederalState.MV : line.contains("RLP") ? FederalState.RP : FederalState.BW);
        }
    }

    /** A value that was labelled as the organisation. @param label the word before it, which may say of which kind it is */
    void labelled(String label, String value, double weight) {
        Designation designation = label.matches(".*[/,].*|.*(?i:oder|bzw|or ).*") ? null : Designation.of(label.replaceAll("\\(.*", "").strip());
        Designation kind = designation == Designation.ANY ? null : designation;
        String[] parts = value.split("\\s*[,;|]\\s*|\\s+[–-]\\s+|\\s*\\((?=(?:Land)?[Kk]reis|LK|Lkr|Kr\\.|VG|SG|Amt|Samtgem)");
        // "Seiffen - Deutschneudorf" is one name
        Places.Found whole = value.matches(".*\\s[–-]\\s.*") ? places.named(Designation.stripped(value)) : Places.Found.NONE;
        Mention mention = whole.isEmpty() ? null : new Mention(value, Designation.foremost(value) == null ? kind : Designation.foremost(value), whole, weight);
        for (int i = 0; i < parts.length && mention == null; i++) {
            mention = anywhere(parts[i], kind, weight);
        }
        if (mention == null) {
            mention = anywhere(value, kind, weight);
        }
        if (mention == null) {
            String bare = Designation.stripped(parts[0]);
            Designation own = Designation.foremost(parts[0]);
            mention = new Mention(parts[0], own == null ? kind : own, places.mistyped(bare), weight);
        } else if (!value.contains(",")) {
            mention = new Mention(value.replaceAll("\\s*\\((?:Land)?[Kk]r.*$", ""), mention.designation, mention.found, weight);
        }
        mentions.add(mention);
        // "Stadt Ulm und Stadt Bonn": either may be hers
        String[] joined = whole.isEmpty() ? value.split("\\s+(?:und|sowie|&|\\+)\\s+|\\s*/\\s*") : new String[0];
        for (int i = 1; i < joined.length; i++) {
            note(joined[i], STRONG);
        }
        for (int i = 1; i < parts.length; i++) {
            note(parts[i], weight - 5);
        }
    }

    /** @param is whether an employer is named that is no municipality */
    void other(boolean is) {
        other |= is;
    }

    boolean isOther() {
        return other;
    }

    /** The Kreis where the organisation lies. */
    void county(String value) {
        counties.add(key(value));
    }

    /** Looks for "Stadt …", "Landratsamt …", "Ordnungsamt …" in a line. */
    void note(String line, double weight) {
        if (MEMBERS.matcher(line).find()) {
            return;
        }
        Matcher word = WORD.matcher(line);
        int from = 0;
        while (word.find(from)) {
            from = word.end();
            String text = word.group().replaceAll("(?<=\\p{L}{4})\\.$", "");
            if (text.length() > REACH) {
                continue;
            }
            // no name is longer, and a hostile line may be
            String rest = line.substring(word.start(), Math.min(line.length(), word.start() + REACH));
            boolean county = text.matches("\\p{Lu}\\p{L}*(?:-\\p{L}+)*(?:-K|k)reis|Städteregion|Region|Regionalverband|Rhein-Kreis|\\p{Lu}[\\p{L}-]+kreises");
            Mention mention = null;
            Matcher adjective = ADJECTIVE.matcher(rest);
            if (adjective.lookingAt()) {
                mention = phrase(adjective.group(1) + "er Kreis", Designation.COUNTY, weight);
            } else if (county) {
                mention = phrase(rest.replaceFirst("kreises", "kreis"), Designation.COUNTY, weight);
                mention = mention == null || mention.found.places().stream().noneMatch(place -> place.kind() == MunicipalityKind.COUNTY) ? null : mention;
            }
            if (mention == null && Character.isUpperCase(text.charAt(0)) && Designation.of(text) != null) {
                mention = designated(rest, weight);
            } else if (mention == null && rest.substring(text.length()).strip().matches("(?s)\\p{Lu}.*") && text.matches("\\p{Lu}\\p{L}*(?:amt|kämmerei|werke|feuerwehr|bauhof|bücherei|bibliothek|kasse|büro|verwaltung)")) {
                mention = phrase(rest.substring(text.length()).strip(), null, weight - 2.5);
            }
            if (mention == null && IN.matcher(text).matches() && rest.matches("(?s)\\p{L}+ \\p{Lu}.*")) {
                // "im Ordnungsamt in Musterstadt" says more than "in Musterstadt"
                boolean desk = !Office.in(line.substring(Math.max(0, word.start() - NEAR), word.start())).isEmpty();
                mention = phrase(rest.substring(text.length()).strip(), null, desk ? Math.max(HINT, weight - 2.5) : HINT);
            }
            if (mention != null) {
                mentions.add(mention);
                int at = line.indexOf(mention.written, word.start());
                from = Math.max(from, at < 0 ? from : at + mention.written.length());
            }
        }
    }

    /** Looks whether a line is nothing but a name. @return whether it is */
    boolean alone(String line, double weight) {
        String bare = line.replaceAll("[\\s,.;:!]+$", "");
        Mention mention = bare.length() > 50 || bare.isEmpty() || !Character.isUpperCase(bare.charAt(0)) ? null : phrase(bare, null, weight);
        if (mention == null || !mention.written.equals(bare)) {
            return false;
        }
        mentions.add(mention);
        return true;
    }

    /** @return whether the words are the name of an organisation, so that they are no person's */
    boolean isPlace(String words) {
        return !places.named(words).isEmpty();
    }

    private Mention anywhere(String text, Designation kind, double weight) {
        Designation own = Designation.foremost(text);
        Mention whole = phrase(text, own == null ? kind : null, weight);
        if (whole != null && Folding.words(whole.written).size() >= Folding.words(text).size()) {
            return whole;
        }
        int before = mentions.size();
        note(text, weight);
        if (mentions.size() > before) {
            Mention first = mentions.get(before);
            mentions.subList(before, mentions.size()).clear();
            return first;
        }
        String bare = Designation.stripped(text);
        Mention rest = phrase(bare, own == null ? kind : own, weight);
        return rest == null ? whole : rest;
    }

    /** @param text begins with a designation */
    private Mention designated(String text, double weight) {
        Mention whole = phrase(text, null, weight);
        Designation.Stripped stripped = Designation.strip(text);
        Designation kind = null;
        String rest = text;
        while (stripped != null) {
            kind = kind == null || kind == Designation.ANY || stripped.designation() != Designation.ANY ? stripped.designation() : kind;
            rest = stripped.name();
            Mention inner = Character.isUpperCase(rest.charAt(0)) || rest.startsWith("(") ? phrase(rest, kind, weight) : null;
            if (inner != null && whole == null && (Designation.strip(rest) == null || inner.found.fit() == Places.Fit.WHOLE)) {
                int end = text.indexOf(inner.written, text.length() - rest.length()) + inner.written.length();
                return new Mention(text.substring(0, end), kind, inner.found, weight);
            }
            stripped = Designation.strip(rest);
        }
        if (whole == null && kind != null && kind != Designation.ANY) {
            Matcher words = NAME.matcher(upToStop(rest));
            String name = words.lookingAt() ? words.group() : "";
            Places.Found near = places.mistyped(name);
            if (near.isEmpty() && name.contains(" ")) {
                name = name.substring(0, name.indexOf(' '));
                near = places.mistyped(name);
            }
            if (!near.isEmpty()) {
                return new Mention(text.substring(0, text.length() - rest.length()) + name, kind, near, weight - 1);
            }
        }
        return whole;
    }

    /** The longest beginning of a text that is a name. */
    private Mention phrase(String text, Designation designation, double weight) {
        Matcher twin = TWIN.matcher(text);
        Places.Found both = twin.lookingAt() ? places.named(twin.group(1) + "-" + twin.group(2)) : Places.Found.NONE;
        if (!both.isEmpty()) {
            return new Mention(twin.group(), designation, both, weight);
        }
        String limit = upToStop(text);
        List<Integer> ends = new ArrayList<>();
        Matcher word = Pattern.compile("[\\p{L}\\d'’.-]+[)]?").matcher(limit);
        while (word.find() && ends.size() < LONGEST) {
            ends.add(word.end());
        }
        for (int i = ends.size() - 1; i >= 0; i--) {
            String name = limit.substring(0, ends.get(i));
            if (name.contains("(") && !name.contains(")")) {
                name = name.substring(0, name.indexOf('(')).strip();
            }
            String last = name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('/')) + 1);
            if (name.isEmpty() || Folding.isJoint(Folding.fold(last).replaceAll("[^a-z]", ""))) {
                continue;
            }
            Places.Found found = places.named(name.replaceAll("\\.$", ""));
            if (found.isEmpty() && name.endsWith(".")) {
                found = places.named(name);
            }
            if (!found.isEmpty()) {
                return new Mention(name.replaceAll("(?<=\\p{L}{4})\\.$", ""), designation, found, weight);
            }
        }
        return null;
    }

    private static String upToStop(String text) {
        Matcher stop = Pattern.compile("[:;!?|\\t\"„“,]|\\s[–-]\\s|\\.\\s+(?=\\p{Lu}\\p{L}{3,})(?<!(?:St|Bad|T|Br|(?<!\\p{L})\\p{Ll})\\.\\s{1,3})|(?<=\\s)(?:ist|bin|sowie|habe|hat|ich|wir|als|für|mit|möchte|würde|arbeite|tätig|wo|das)(?=\\s)|\\d").matcher(text);
        return (stop.find() ? text.substring(0, stop.start()) : text).strip();
    }

    /** @return a name as its Kreis or Verband is compared */
    static String key(String name) {
        return String.join("", Folding.words(Designation.bare(Designation.stripped(name)))).replaceAll("^(?:landkreis|kreis)|(?:kreis)$", "");
    }

    Home find() {
        for (Mention mention : mentions) {
            if (mention.designation == Designation.COUNTY) {
                counties.add(key(mention.written));
            } else if (mention.designation == Designation.UNION) {
                unions.add(key(mention.written));
            }
        }
        Set<Place> known = domain.name().isEmpty() ? Set.of() : places.ofDomain(domain.name());
        Mention chosen = mentions.stream().filter(mention -> !isSurrounding(mention) && (mention.weight > HINT || known.isEmpty())).max(Comparator.comparingDouble(mention -> mention.weight)).orElse(null);
        if (chosen == null) {
            return known.isEmpty() ? new Home(null, List.of(), false)
                : new Home(known.iterator().next().name(), List.copyOf(known), !other && known.size() == 1);
        }
        List<Place> ranked = ranked(chosen, known);
        if (ranked.isEmpty()) {
            return new Home(chosen.written, List.of(), false);
        }
        Place first = ranked.get(0);
        double lead = ranked.size() == 1 ? LEAD : score(first, chosen, known) - score(ranked.get(1), chosen, known);
        boolean sure = !other && chosen.found.fit() != Places.Fit.TYPO && lead >= LEAD && score(first, chosen, known) > -1 && (chosen.weight > 3 || known.contains(first))
            && !contradicts(first, chosen, known) && !isElsewhere(first, ranked, known) && !isRunByNamesake(first, chosen, ranked, known);
        return new Home(chosen.written, ranked.stream().limit(5).toList(), sure);
    }

    /** The PLZ is of another end of the country, or a namesake has the PLZ, Kreis or Land on its side. */
    private boolean isElsewhere(Place first, List<Place> ranked, Set<Place> known) {
        double near = nearest(first);
        if (!known.contains(first) && near < 0) {
            return true;
        }
        return ranked.stream().filter(other -> other != first).anyMatch(other -> nearest(other) > Math.max(near, 2.5) || lies(other) && !lies(first)
            || states.contains(other.state()) && !states.contains(first.state()));
    }

    /** "Daun" alone may be the town, or the Verbandsgemeinde of the same name, whose town hall works for it. */
    private static boolean isRunByNamesake(Place first, Mention chosen, List<Place> ranked, Set<Place> known) {
        return (chosen.designation == null || chosen.designation == Designation.ANY) && !known.contains(first)
            && ranked.stream().anyMatch(other -> other.kind() == MunicipalityKind.UNION && isIn(first, key(other.name())));
    }

    private boolean lies(Place place) {
        return place.county() != null && counties.contains(key(place.county()));
    }

    private double nearest(Place place) {
        return postcodes.stream().mapToDouble(postcode -> near(place, postcode)).max().orElse(0);
    }

    /** A Kreis or Verband that only says where the municipality lies that stands elsewhere. */
    private boolean isSurrounding(Mention mention) {
        if (mention.designation != Designation.COUNTY && mention.designation != Designation.UNION) {
            return false;
        }
        String key = key(mention.written);
        return mentions.stream().anyMatch(other -> other != mention && other.weight >= mention.weight - 1 && other.weight > 3 && !key(other.written).equals(key)
            && other.designation != mention.designation && other.found.places().stream().anyMatch(place -> isIn(place, key)));
    }

    static boolean isIn(Place place, String key) {
        return place.county() != null && key(place.county()).equals(key) && place.kind() != MunicipalityKind.COUNTY || place.union() != null && key(place.union()).equals(key);
    }

    private List<Place> ranked(Mention mention, Set<Place> known) {
        Set<Place> all = new LinkedHashSet<>(mention.found.places());
        if (mention.found.fit() == Places.Fit.WHOLE) {
            all.addAll(places.alsoNamed(Designation.stripped(mention.written)));
        }
        return all.stream().sorted(Comparator.comparingDouble((Place place) -> -score(place, mention, known)).thenComparing(place -> -place.population())).toList();
    }

    private double score(Place place, Mention mention, Set<Place> known) {
        double score = mention.found.places().contains(place) ? mention.found.fit() == Places.Fit.WHOLE ? WHOLE : 0 : -0.5;
        score += kind(place, mention.designation);
        // the Kreis or Verband that is meant itself says nothing for the town of its name
        String itself = mention.designation == Designation.COUNTY || mention.designation == Designation.UNION ? key(mention.written) : "";
        score += lies(place) && !key(place.county()).equals(itself) ? 3 : 0;
        score += place.union() != null && unions.contains(key(place.union())) && !key(place.union()).equals(itself) ? 3 : 0;
        score += states.isEmpty() ? 0 : states.contains(place.state()) ? 2 : -1.5;
        score += nearest(place);
        score += known.contains(place) ? 5 : known.isEmpty() ? domain.fits(place) : 0;
        return score;
    }

    private static double kind(Place place, Designation designation) {
        if (designation == null || designation == Designation.ANY) {
            return place.kind() == MunicipalityKind.COUNTY || place.kind() == MunicipalityKind.UNION ? -1.5 : 0;
        }
        if (designation.kinds().contains(place.kind())) {
            return 3;
        }
        return designation == Designation.VILLAGE && place.kind() == MunicipalityKind.TOWN ? 0.5 : -3;
    }

    private static double near(Place place, String postcode) {
        double best = -2;
        for (String own : place.postcodes()) {
            double near = own.equals(postcode) ? 4 : own.regionMatches(0, postcode, 0, 3) ? 2.5 : own.regionMatches(0, postcode, 0, 2) ? 1 : own.charAt(0) == postcode.charAt(0) ? 0 : -2;
            best = Math.max(best, near);
        }
        return place.postcodes().isEmpty() ? 0 : best;
    }

    /** Another organisation is named as strongly, or the domain is another's. */
    private boolean contradicts(Place first, Mention chosen, Set<Place> known) {
        if (!known.isEmpty() && known.stream().noneMatch(place -> place.equals(first) || isIn(first, key(place.name())))) {
            return true;
        }
        if (known.isEmpty() && domain.namesAnother(first, places)) {
            return true;
        }
        return mentions.stream().anyMatch(other -> other != chosen && other.weight >= STRONG && !other.found.isEmpty() && !ranked(other, known).get(0).equals(first)
            && !isIn(first, key(other.written)) && !(other.designation == null && other.found.places().contains(first)) && other.found.fit() != Places.Fit.TYPO
            && kind(ranked(other, known).get(0), other.designation) >= 0);
    }
}

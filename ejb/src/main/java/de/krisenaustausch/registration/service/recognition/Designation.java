package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before a name and says of which kind it is: "Stadt", "Gde.", "VG", "Landratsamt". */
enum Designation {
    COUNTY("landkreis(?:es)?|lkr|lk|kreis(?:es)?|kreisverwaltung|landratsamt(?:e?s)?|lra|kv|kreisausschuss(?:es)?|kreishaus", EnumSet.of(MunicipalityKind.COUNTY)),
    UNION("verbandsgemeinde(?:verwaltung)?|verb(?:ands)?gem|samtgem|verwgem|vg|vgem|vgv|samtgemeinde(?:verwaltung)?|sg|verwaltungsgemeinschaft|vvg|amtes|amts|amt|amtsverwaltung|verwaltungsverband(?:e?s)?"
        + "|gemeindeverwaltungsverband(?:e?s)?|gvv|kirchspielslandgemeinde|verwaltungsamt", EnumSet.of(MunicipalityKind.UNION)),
    TOWN("stadt|stadtverwaltung|magistrat|kreisstadt|landeshauptstadt|hansestadt|universitaetsstadt|bergstadt|kurstadt|stadtgemeinde|bundesstadt"
        + "|[a-z]{3,}stadt", EnumSet.of(MunicipalityKind.CITY, MunicipalityKind.TOWN)),
    VILLAGE("gemeinde|gemeindeverwaltung|gde|gem|gemde|ortsgemeinde|einheitsgemeinde|marktgemeinde|markt(?:e?s)?|fleckens?|gemeindevorstand(?:e?s)?|inselgemeinde|landgemeinde"
        + "|kurgemeinde", EnumSet.of(MunicipalityKind.VILLAGE)),
    ANY("rathaus(?:es)?|buergermeisteramt(?:e?s)?|verwaltung|kommune|kommunalverwaltung|buergermeisterin|buergermeisters?|oberbuergermeister(?:in|s)?|behoerde|universitaets|hanse|freien?"
        + "|grossen?|landrat|ort", EnumSet.allOf(MunicipalityKind.class));

    private static final Pattern BEFORE = Pattern.compile("^[\\s\\p{Punct}–]*(\\p{L}+)[.:\\-]?[ ,\\-]*(?=[\\p{L}(])(?:(?:der|des|von|in|und|aus)[ ]+(?:(?:der|des|dem)[ ]+)?)?");
    private static final Pattern SUFFIX = Pattern.compile("(?:,.*| \\((?:VG(?:em)?|Stadt|Gemeinde|Markt|Landkreis|Kreis)\\))$");

    private static final Pattern TITLE = Pattern.compile("^(?:Stadt|Gemeinde|Markt|Flecken|Samtgemeinde|Verbandsgemeinde|Verwaltungsgemeinschaft|Verwaltungsverband|Gemeindeverwaltungsverband|Amt|Landkreis|Kreis|"
        + "Hansestadt|Kreisfreie Stadt|Landeshauptstadt|Ortsgemeinde|Lutherstadt|Freie und Hansestadt|Freie Hansestadt|Hanse- und Universitätsstadt|Universitäts- und Hansestadt|Universitätsstadt) (?=\\p{L})");

    private final Pattern words;
    private final Set<MunicipalityKind> kinds;

    Designation(String words, Set<MunicipalityKind> kinds) {
        this.words = Pattern.compile(words);
        this.kinds = kinds;
    }

    Set<MunicipalityKind> kinds() {
        return kinds;
    }

    /** @return the designation that a word is, or null */
    static Designation of(String word) {
        String folded = Folding.fold(word).replaceAll("[.\\-,:]+$", "");
        for (Designation designation : values()) {
            if (designation.words.matcher(folded).matches()) {
                return designation;
            }
        }
        return null;
    }

    /** A name without its first designation, and which that was. */
    record Stripped(Designation designation, String name) {
    }

    /** @return null when the text begins with none, or is nothing else */
    static Stripped strip(String text) {
        Matcher first = BEFORE.matcher(text);
        if (!first.find()) {
            return null;
        }
        Designation designation = of(first.group(1));
        String rest = text.substring(first.end()).strip();
        return designation == null || rest.isEmpty() ? null : new Stripped(designation, rest);
    }

    /** @return the first designation before a name that says more than that there is one; null when there is none */
    static Designation foremost(String text) {
        Designation kind = null;
        for (Stripped rest = strip(text); rest != null; rest = strip(rest.name())) {
            kind = kind == null || kind == ANY ? rest.designation() : kind;
        }
        return kind == ANY ? null : kind;
    }

    /** @return a name as somebody wrote it, without all designations before it */
    static String stripped(String text) {
        String name = text;
        for (Stripped rest = strip(name); rest != null; rest = strip(name)) {
            name = rest.name();
        }
        return name;
    }

    /** @return an official name without designations before and behind it: "Stadt Ulm" and "Ulm, Stadt" are Ulm */
    static String bare(String official) {
        // "Neustadt an der Aisch" and "Markt Schwaben" are names themselves, but what stands alone before a name is none of it
        return TITLE.matcher(SUFFIX.matcher(official).replaceAll("").strip()).replaceFirst("");
    }
}

package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail domain of the sender, and what its words say. */
record MailDomain(String name) {

    private static final Pattern FREE = Pattern.compile("(?:.*\\.)?(?:gmail|googlemail|gmx|web|t-online|outlook|hotmail|yahoo|freenet|posteo|mailbox|arcor|icloud|aol|live|1und1|online|ewe|ewetel|vodafone|kabelmail)\\.[a-z.]+");
    private static final Pattern KIND = Pattern.compile("^(?:(stadtverwaltung|stadt|rathaus)|(gemeindeverwaltung|gemeinde|markt)|(samtgemeinde|verbandsgemeinde|amt|vgem|vg|sg)|(landkreis|kreisverwaltung|landratsamt|kreis|lra|lkr|lk|kv))-?(?=.{3})");

    MailDomain(String name) {
        String host = name == null || !name.contains("@") ? "" : name.substring(name.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        this.name = FREE.matcher(host).matches() ? "" : host;
    }

    private String label() {
        String bare = name.replaceAll("\\.(?:[a-z]{2,}|bayern\\.de)$", "").replaceAll("\\.(?:bayern|landsh|sachsen|kommune|komm|kdo|citeq|kdvz|lvn|vrmd|ekom21|krzn|itebo|nrw)$", "");
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private String rest() {
        String rest = KIND.matcher(label()).replaceFirst("").replaceAll("-?(?:stadt|gemeinde|online|verwaltung|de|rathaus)$", "");
        return Folding.fold(rest).replaceAll("[^a-z]", "");
    }

    private static String glued(Place place) {
        return String.join("", Folding.words(Designation.bare(place.name())));
    }

    private static String head(Place place) {
        return Folding.fold(Designation.bare(place.name()).split("[(/,]| (?:a|i|b|o|v)\\.| (?:an|am|in|im|bei|ob|vor|auf) ", 2)[0]).replaceAll("[^a-z]", "");
    }

    double fits(Place place) {
        if (name.isEmpty()) {
            return 0;
        }
        String folded = Folding.fold(name).replaceAll("[^a-z]", "");
        double score = rest().equals(glued(place)) ? 1.5 : rest().equals(head(place)) ? 0.5 : 0;
        Matcher kind = KIND.matcher(label());
        if (kind.find() && score > 0) {
            MunicipalityKind said = kind.group(1) != null ? MunicipalityKind.TOWN : kind.group(2) != null ? MunicipalityKind.VILLAGE : kind.group(3) != null ? MunicipalityKind.UNION : MunicipalityKind.COUNTY;
            boolean same = said == place.kind() || said == MunicipalityKind.TOWN && place.kind() == MunicipalityKind.CITY;
            score += same ? 2 : said == MunicipalityKind.UNION || said == MunicipalityKind.COUNTY ? -1 : 0;
        }
        for (String around : new String[] {place.county(), place.union()}) {
            String key = around == null ? "" : PlaceFinder.key(around);
            score += key.length() > 3 && !key.equals(glued(place)) && folded.contains(key) ? 2 : 0;
        }
        return score;
    }

    boolean namesAnother(Place place, Places places) {
        String rest = rest();
        if (rest.length() < 4 || glued(place).contains(rest) || rest.contains(head(place)) || !head(place).isEmpty() && rest.startsWith(head(place))) {
            return false;
        }
        if (PlaceFinder.isIn(place, rest) || fits(place) > 0) {
            return false;
        }
        return !places.named(label().replace('-', ' ')).isEmpty() || !places.named(rest).isEmpty();
    }
}

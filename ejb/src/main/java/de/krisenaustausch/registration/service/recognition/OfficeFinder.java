package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides in which Dienststelle she works: what she labels, says, or signs with. */
final class OfficeFinder {

    private static final Pattern CONTACT = Pattern.compile("(?i).*(?:@|www\\.|https?:|\\btel|\\bfax|\\bfon\\b|mobil|durchwahl|zimmer|\\braum\\b|\\d{5}\\s+\\p{Lu}|postfach|\\d{3,}[ /-]+\\d{2,}|öffnungszeiten|sprechzeiten|rathausplatz|e-?mail).*");
    private static final Pattern STREET = Pattern.compile("(?i).*(?:stra(?:ß|ss)e|str\\.|platz|weg|allee|gasse|ring|damm|ufer|graben|chaussee|markt) \\d+.*|^(?:am|an der|im|in der|auf dem|zum|zur) .* \\d+\\p{L}?$");
    private static final Pattern OF_PLACE = Pattern.compile("(?:,|\\s+[–|-]|\\s+(?:der|des|bei der|beim|in der|von der|für die|of the))?\\s+(?:(?:Große[nr]? )?(?:Universitäts|Hochschul|Kreis|Hanse|Landeshaupt|Berg|Luther|Bundes|Kur|Residenz)?[Ss]tadt|[Gg]emeinde|Markte?s?|(?:Land)?[Kk]reis(?:es)?|Verbandsgemeinde|Samtgemeinde|VG|Gde\\.|Landratsamt(?:e?s)?|Stadtverwaltung|"
        + "Gemeindeverwaltung|Kreisverwaltung|Amte?s?|City|Verwaltungsgemeinschaft|Marktgemeinde|Hansestadt)\\s+\\p{Lu}.*$");
    /** Before what is wanted, not where she works. */
    private static final Pattern SPACE = Pattern.compile("(?i)(?:themen(?:bereich|feld|raum)?|forum|raum|gruppe|austausch(?:bereich)?|portal)s?:?\\s*[„\"»]?$");
    private static final Pattern ANTEROOM = Pattern.compile("Sekretariat|Vorzimmer|Poststelle|Zentrale");
    private static final int LONGEST = 150;

    private final PlaceFinder places;
    private String labelled;
    private String beside;
    private boolean besideSure;
    private String said;
    private boolean saidSure = true;
    private String mentioned;
    private final List<String> signed = new ArrayList<>();
    private boolean signedSure = true;
    private String positional;
    private String function;

    /** What was decided. */
    record Desk(String office, String function, boolean sure) {
    }

    OfficeFinder(PlaceFinder places) {
        this.places = places;
    }

    /** @return a text without the town behind it: "Ordnungsamt der Stadt Ulm"; "Amt Recht und Ordnung" names none */
    private static String withoutPlace(String text) {
        Matcher place = OF_PLACE.matcher(text);
        boolean topic = place.find() && place.group().strip().matches("Amte?s? .*") && Office.isTopic(place.group().strip().replaceFirst("^Amte?s? ", ""));
        return topic ? text.strip() : place.reset().replaceFirst("").strip();
    }

    /** @param word the label, which says what a bare number is: "Amt: 32" */
    void labelled(String value, String word) {
        String bare = withoutPlace(value);
        if (bare.matches("[\\dIVX./ -]{1,8}")) {
            bare = word.strip() + " " + bare;
        }
        bare = (labelled == null ? "" : labelled + ", ") + (bare.isEmpty() ? value : bare);
        if (labelled == null || !labelled.contains(value)) {
            labelled = bare;
        }
    }

    /** What stands beside the organisation in one value: "Stadt Ulm, Ordnungsamt". */
    void beside(String value, boolean meant) {
        for (String part : value.split("\\s*[,;|/]\\s*|\\s+[–-]\\s+")) {
            List<String> found = Office.in(part);
            if (!found.isEmpty() && !places.isPlace(part)) {
                beside = found.get(0).length() + 12 > part.length() && OF_PLACE.matcher(part).replaceFirst("").equals(part) ? part : found.get(0);
                besideSure = true;
                return;
            }
        }
        String[] parts = value.split("\\s*[,;|/]\\s*|\\s+[–-]\\s+");
        if (meant && parts.length == 2) {
            beside = parts[1];
            besideSure = Office.isTopic(parts[1]);
        }
    }

    void function(String value) {
        function = value;
        List<String> found = Office.in(value);
        if (mentioned == null && !found.isEmpty()) {
            mentioned = found.get(0);
        }
    }

    /** @param own whether the sentence speaks of the sender */
    void sentence(String sentence, boolean own) {
        String told = Function.in(sentence);
        if (function == null && own && told != null && sentence.matches("(?is).*(?:bin|als|am)\\b.*")) {
            function = told;
        }
        for (String office : Office.in(sentence)) {
            int at = sentence.indexOf(office.substring(0, Math.min(4, office.length())));
            String before = at < 0 ? "" : sentence.substring(0, at);
            String bare = withoutPlace(" " + office);
            if (bare.isEmpty() || SPACE.matcher(before).find()) {
                continue;
            }
            boolean worksThere = before.matches("(?is).*(?:(?<![\\p{L}])(?:im|in|in der|in dem|in unserem|in unserer|beim|bei der|bei dem|vom|von der|aus dem|aus der|des|der|am|ans|für das|für die|unser|unsere|das|die|of the|the|als|leite|leiterin|leiter|unserem|unserer)|[:–,(-])\\s*(?:hiesigen |örtlichen |dortigen |kommunalen |städtischen )?$");
            if (own && worksThere) {
                // of two that have nothing in common, either may be hers
                saidSure &= said == null || related(said, bare);
                said = said == null ? bare : said;
            } else if (mentioned == null) {
                mentioned = bare;
            }
        }
    }

    void signature(List<String> lines, NameFinder names) {
        int run = -1;
        for (int i = 0; i < Math.min(lines.size(), 14); i++) {
            String line = lines.get(i);
            for (String part : line.split("\\s*[|·•;]\\s*")) {
                String bare = withoutPlace(" " + part);
                if (function == null && !names.isHers(part)) {
                    function = Function.in(part);
                }
                if (CONTACT.matcher(part).matches() || STREET.matcher(part).matches() || names.isHers(part) && !part.contains(",") || bare.isEmpty()) {
                    continue;
                }
                String office = office(bare, part, names);
                if (office == null && i > 0 && positional == null && bare.length() < 40 && bare.matches("\\p{Lu}[\\p{L} /-]+") && Function.in(part) == null && !places.isPlace(bare) && !FirstNames.isOne(bare)
                    && (names.isHers(lines.get(i - 1)) || i > 1 && names.isHers(lines.get(i - 2))) && !part.matches("(?i).*(?:gesendet|iphone|gr(?:ü|u)(?:ß|ss)|dank|markt|gemeinde|stadt).*")) {
                    positional = bare;
                }
                if (office != null && (run == -1 || i - run <= 1 || signed.stream().allMatch(one -> ANTEROOM.matcher(one).matches())) && !signed.contains(office)) {
                    signed.add(office);
                    run = i;
                }
            }
        }
    }

    private String office(String bare, String part, NameFinder names) {
        List<String> found = Office.in(bare);
        if (!found.isEmpty()) {
            boolean whole = bare.startsWith(found.get(0)) && bare.length() - found.get(0).length() < 40 && !bare.contains(",") && Function.in(bare) == null && OF_PLACE.matcher(bare).replaceFirst("").equals(bare);
            String rest = bare.substring(Math.min(bare.length(), found.get(0).length())).replaceAll("^[\\s–-]+", "");
            return whole && !rest.isEmpty() && !places.isPlace(rest) ? bare.replaceAll("[\\s,;:–-]+$", "") : found.get(0);
        }
        for (String piece : bare.split("\\s*,\\s*")) {
            if (Office.isTopic(piece) && Function.in(piece) == null && !places.isPlace(piece) && !names.isHers(piece) && !piece.matches("(?i).*(?:gr(?:ü|u)(?:ß|ss)|dank|gesund|bleiben).*")) {
                return piece.strip();
            }
        }
        return null;
    }

    /** "Ordnungsamt Musterstadt <ordnungsamt@…>": whoever writes from there. */
    void sender(ReadMail mail) {
        String desk = mail.address() == null ? "" : mail.address().substring(0, mail.address().indexOf('@'));
        List<String> found = new ArrayList<>(Office.in(mail.sender()));
        if (found.isEmpty() && desk.length() > 2) {
            found.addAll(Office.in(Character.toUpperCase(desk.charAt(0)) + desk.substring(1)));
        }
        if (mentioned == null && !found.isEmpty()) {
            mentioned = found.get(0);
        }
    }

    /** What the subject or the like names, when nothing better is said. */
    void overheard(String text) {
        List<String> found = Office.in(text);
        if (mentioned == null && !found.isEmpty()) {
            mentioned = found.get(0);
        }
    }

    /** @param another whether access is asked for somebody who does not sign */
    Desk find(boolean another) {
        // "Sekretariat" says little beside the office whose it is
        if (signed.size() > 1) {
            signed.removeIf(one -> ANTEROOM.matcher(one).matches());
        }
        String fromSignature = signed.isEmpty() ? null : String.join(", ", signed.subList(0, Math.min(2, signed.size())));
        String office = null;
        boolean sure = true;
        if (labelled != null) {
            office = labelled;
        } else if (beside != null) {
            office = beside;
            sure = besideSure;
        } else if (said != null) {
            office = said;
            sure = fromSignature == null ? saidSure : related(said, fromSignature);
        } else if (another && mentioned != null) {
            office = mentioned;
            sure = false;
        } else if (fromSignature != null) {
            office = fromSignature;
            sure = signedSure;
        } else if (positional != null && mentioned == null) {
            office = positional;
            sure = false;
        } else if (mentioned != null) {
            office = mentioned;
            sure = false;
        } else if (function != null && function.matches("(?i).*(?:bürgermeister|landrat|landrät).*")) {
            office = function;
            sure = false;
        }
        if (office != null && office.length() > LONGEST) {
            office = office.substring(0, LONGEST).strip();
            sure = false;
        }
        return new Desk(office, function, sure);
    }

    /** The sentence and the signature may say it shorter and longer. */
    private static boolean related(String one, String other) {
        List<String> words = Folding.words(one);
        return Folding.words(other).stream().anyMatch(words::contains) || Folding.fold(other).contains(Folding.fold(one)) || Folding.fold(one).contains(Folding.fold(other));
    }
}

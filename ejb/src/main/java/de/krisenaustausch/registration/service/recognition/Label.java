package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words before a colon, and what the words behind it then are. */
enum Label {
    LAST_FIRST("(?:nach|familien|zu)?name *[,/+&] *vor-?name|last name, first name|name und vorname"),
    FULL("vor-? ?(?:und|u\\.|&|/) ?(?:nach|zu|familien)-?name|(?:vollstaendiger|mein|ihr|full|kompletter) name|name|vorname *[,/+&]? *(?:und )?(?:nach|familien|zu)?name|ansprech(?:partner(?:in)?|person)|kontakt(?:person)?"
        + "|(?:sach)?bearbeiter(?:in)?|absender(?:in)?|teilnehmer(?:in)?|person|anmelder(?:in)?|antragsteller(?:in)?|nutzer(?:in)?|mitarbeiter(?:in)?|vor- und nachname|name \\(vor- und nachname\\)|benutzer(?:in)?|first and last name|name, titel"),
    FIRST("vorname(?:n)?|vornahme|rufname|first[ -]?name|given[ -]?name|forename|vorn\\."),
    LAST("nachname|familienname|zuname|last[ -]?name|surname|family[ -]?name|hausname|nachn\\."),
    ORGANISATION_OFFICE("(?:kommune|gemeinde|stadt|behoerde|verwaltung|organisation|kreis) *(?:und|/|,|\\+|&|u\\.) *(?:dienststelle|amt|abteilung|fachbereich|referat)"),
    COUNTY("(?:land)?kreis|lkr?\\.?|county"),
    ORGANISATION("(?:(?:name (?:der|ihrer|meiner) )?(?:kommune|gemeinde|stadt(?:verwaltung)?|markt(?:gemeinde)?|gemeindeverwaltung|kreisverwaltung|verwaltung|behoerde|gebietskoerperschaft|koerperschaft|arbeitgeber(?:in)?|dienstherr(?:in)?"
        + "|organisation|institution|verbandsgemeinde|samtgemeinde|verwaltungsgemeinschaft|municipality|city|town|kommunalverwaltung|gde\\.?|landratsamt|einrichtung|firma|authority|public authority|amtsverwaltung|company|local authority|employer|kommune/verband)"
        + "(?: *(?:/|,|bzw\\.?|oder|und|or) *(?:kommune|gemeinde|stadt|markt|landkreis|kreis|kreisfreie stadt|verband|gemeindeverband|behoerde|verwaltung|vg|city|town|district|landratsamt|verbandsgemeinde|samtgemeinde|amt))*)"),
    UNION("amtsangehoerig zu|zugehoerig zu|verwaltet durch"),
    OFFICE("(?:(?:ihre|meine) )?(?:dienststelle|dienstst\\.|dst\\.?|amt|abteilung|abt\\.?|fachbereich|fachdienst|sachgebiet|referat|dezernat|organisationseinheit|oe|org\\.?-?einheit|fachamt|stabsstelle|department|dept\\.?|office|unit|fb|fd|sg|team"
        + "|arbeitsbereich|geschaeftsbereich|eigenbetrieb|fachgebiet|aufgabenbereich|dienstort|section|division|sachbereich|taetigkeitsbereich|arbeitsplatz)(?: *(?:/|,|bzw\\.?|oder|und|or) *(?:dienststelle|amt|abteilung|abt\\.?|fachbereich|fachdienst|sachgebiet|referat|dezernat|fb|fd|sg|office|unit))*"),
    FUNCTION("funktion|position|taetigkeit|rolle|aufgabe|stellung|dienst-?bezeichnung|amtsbezeichnung|job ?title|beruf|titel|role|function|dienststellung|besch(?:ae|a)ftigt als"),
    SPACE("(?:gewuenschte[rs]? )?(?:bereich|thema|portal|zugang zu|space|topic|zugang fuer|forum|gruppe|austausch)"),
    PLACE("(?:plz|postleitzahl)(?: ?[/,+&u.nd]* ?(?:wohn|dienst)?ort)?|ort|adresse|anschrift|dienstanschrift|strasse|address|hausanschrift|postanschrift|besucheranschrift|standort|sitz|hausadresse"),
    STATE("bundesland|land|state"),
    OTHER("(?:dienstliche |meine |ihre |e-?)?e?-?mail(?:-?adresse)?|mail|telefon(?:nummer)?|tel\\.?|fax|telefax|mobil|handy|durchwahl|fon|phone|internet|web|www|homepage|datum|betreff|anlage|az\\.?|aktenzeichen|mein zeichen|anrede|zimmer|raum|gesendet|an|von|cc|e-post"
        + "|de-mail|rueckfragen|hinweis|ps|p\\.s\\.|termin|oeffnungszeiten|sprechzeiten|ags|gemeindeschluessel|einwohner(?:zahl)?|personalnummer|titel|mobile|subject|geburtsdatum|grund|bemerkung(?:en)?|nachricht|facebook|instagram|iban|bic|ust-id|benutzername|geschlecht");

    private static final Map<Label, Pattern> WHOLE = new EnumMap<>(Label.class);
    /** A label with its colon, anywhere in a line; folded like the line it is looked for in. */
    private static final Pattern COLON = Pattern.compile("(?<![\\p{L}\\d.-])((?:\\p{L}[\\p{L}.-]*(?:[ ]*[/,&+][ ]*|[ ]+|[ ]*\\([^)]{0,40}\\)[ ]*)){0,4}\\p{L}[\\p{L}.-]*(?:[ ]?\\([^)]{0,50}\\))?[*]?)[ \\t]*[:=][ \\t]*(?!//)");

    private static final Map<String, Label> USUAL = Map.of("vorname", FIRST, "nachname", LAST, "familienname", LAST, "kommune", ORGANISATION, "gemeinde", ORGANISATION, "stadtverwaltung", ORGANISATION,
        "dienststelle", OFFICE, "abteilung", OFFICE, "fachbereich", OFFICE, "sachgebiet", OFFICE);
    private static final int LEAST = 6;
    private static final int TWO_TYPOS = 10;

    private final String words;

    Label(String words) {
        this.words = words;
    }

    static {
        for (Label label : values()) {
            WHOLE.put(label, Pattern.compile("(?:" + label.words + ")"));
        }
    }

    /** @return what a text is the label of, or null */
    static Label of(String text) {
        String folded = Folding.fold(text).replaceAll("\\([^)]*\\)|[*_:=?\\[\\]]", " ").replaceAll("\\s+", " ").replaceAll("^[^a-z]+|[ .,-]+$", "").strip();
        if (folded.length() > 60) {
            return null;
        }
        for (Label label : values()) {
            if (WHOLE.get(label).matcher(folded).matches()) {
                return label;
            }
        }
        return null;
    }

    /** "Nachnahme:" and "Dinststelle:" can mean but one thing. */
    private static Label mistyped(String word) {
        String folded = Folding.fold(word);
        for (Map.Entry<String, Label> usual : USUAL.entrySet()) {
            int limit = usual.getKey().length() < TWO_TYPOS ? 1 : 2;
            if (folded.length() >= LEAST && Folding.distance(folded, usual.getKey(), limit) <= limit) {
                return usual.getValue();
            }
        }
        return null;
    }

    /** A label and what stood behind it. */
    record Labelled(Label label, String word, String value) {
    }

    /** @return all labels with a colon in a line, with what stands up to the next; empty when the line has none */
    static List<Labelled> in(String line) {
        List<int[]> spans = new ArrayList<>();
        Map<Integer, Label> labels = new LinkedHashMap<>();
        Map<Integer, String> words = new LinkedHashMap<>();
        Matcher colon = COLON.matcher(line);
        int from = 0;
        while (from < line.length() && colon.find(from)) {
            int start = colon.start(1);
            String words0 = colon.group(1);
            Label label = of(words0);
            // "Anna Name:" – the label is what is left when words before it are taken off
            while (label == null && words0.matches("(?s).*?[ ,/&+].*")) {
                int cut = words0.replaceAll("^([^ ,/&+]*[ ,/&+]+).*$", "$1").length();
                start += cut;
                words0 = words0.substring(cut);
                label = of(words0);
            }
            if (label == null) {
                label = mistyped(words0);
            }
            if (label != null) {
                spans.add(new int[] {start, colon.end()});
                labels.put(start, label);
                words.put(start, words0);
            }
            from = Math.max(colon.end(), from + 1);
        }
        List<Labelled> found = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            int end = i + 1 < spans.size() ? spans.get(i + 1)[0] : line.length();
            String value = Facts.clean(line.substring(spans.get(i)[1], end));
            // "bitte einen Zugang für die Samtgemeinde:" ends a sentence, and a person may follow
            if (!value.isEmpty() || !line.substring(0, spans.get(i)[0]).matches("(?s).*\\s(?:der|die|das|den|dem|des|ein|eine[nmr]?|zur|zum|und)\\s+")) {
                found.add(new Labelled(labels.get(spans.get(i)[0]), words.get(spans.get(i)[0]), value));
            }
        }
        return found;
    }
}

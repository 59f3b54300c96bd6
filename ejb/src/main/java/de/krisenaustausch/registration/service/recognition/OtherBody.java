package de.krisenaustausch.registration.service.recognition;

import java.util.regex.Pattern;

/** Employers that carry a municipality's name and are none: "Stadtwerke Ulm GmbH", "Kirchengemeinde Ulm", "wir vom Klinikum der Stadt Ulm". */
final class OtherBody {

    private static final String BODIES = "(?:Zweckverband(?:e?s)?|Wasserverband(?:e?s)?|Abwasserverband(?:e?s)?|(?:\\p{L}*[Kk]irchen|Pfarr)gemeinde|Kirchenkreis(?:es)?|Pfarramt(?:e?s)?|Polizei(?:inspektion|präsidium|direktion|station|revier|posten|dienststelle)?|"
        + "(?:Grund|Real|Haupt|Gesamt|Ober|Mittel|Gemeinschafts|Förder|Berufs|Sekundar|Stadtteil)schule|Gymnasiums?|Klinikums?|Klinik|(?:Kreis|Stadt)?[Kk]rankenhaus(?:es)?|Jobcenters?|(?:Kreis|Stadt)?[Ss]parkasse|Universität|(?:Fach)?[Hh]ochschule|"
        + "\\p{L}*[Mm]inisteriums?|Regierungspräsidiums?|Bezirksregierung|Finanzamt(?:e?s)?|Arbeitsagentur|Agentur für Arbeit|(?:Deutsche[rn]? )?(?:Städte|Landkreis|Gemeinde)(?:tag|bund)(?:e?s)?|Städte- und Gemeindebund(?:e?s)?|IHK|Handwerkskammer|"
        + "Caritas\\p{L}*|Diakonie|DRK|AWO|Bundeswehr)";
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}-])" + BODIES + "(?![\\p{L}])|(?<!\\p{L})(?:g?GmbH|mbH|AöR|A\\. ?ö\\. ?R\\.|e\\. ?V\\.|eG)(?!\\p{L})");
    private static final Pattern AT = Pattern.compile("(?<!\\p{L})(?:beim|bei der|bei den|im|in der|am|an der|(?:wir|ich) (?:vom|von der)|für (?:das|die|den)|als|hier (?:ist )?(?:das|die|der))"
        + " (?:\\p{Ll}+[enrs] )?" + BODIES + "(?![\\p{L}])");

    private OtherBody() {
    }

    /** @return whether a line of a signature, or a label's value, names one */
    static boolean in(String line) {
        return NAMED.matcher(line).find();
    }

    /** @return whether a sentence says that its writer works there; a ministry may be mentioned for other reasons */
    static boolean said(String sentence) {
        return AT.matcher(sentence).find();
    }
}

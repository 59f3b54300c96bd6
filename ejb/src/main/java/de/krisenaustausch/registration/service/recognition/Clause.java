package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a sentence. "Früher war ich bei der Stadt Ulm, jetzt arbeite ich in Bonn" and "unsere Nachbarn in Ulm haben das empfohlen"
 * name organisations that are not, or no longer, the sender's.
 */
record Clause(String text, Whose whose) {

    private static final Pattern PAST = Pattern.compile("(?i)(?<!\\p{L})(?:früher|ehemals|ehemalige[rnms]?|vormals|zuvor|vorher|damals|nicht mehr|bis vor kurzem|war ich|ich war|als ich noch|komme ursprünglich)(?!\\p{L})");
    private static final Pattern NOW = Pattern.compile("(?i)(?:[,;–)]|(?<!\\p{L})(?:und|aber|doch))\\s*(?:(?:ich )?(?:seit|sondern|jetzt|nun|nunmehr|inzwischen|mittlerweile|heute|aktuell|derzeit|bin|arbeite)(?!\\p{L})|ich (?:bin|arbeite|leite)(?!\\p{L}))|\\)");
    private static final Pattern OTHERS = Pattern.compile("(?i)(?<!\\p{L})(?:nachbar\\p{L}*|empfohlen|empfahl|empfehlung|tipp|aufmerksam|weitergeleitet|weitergegeben|gehört|erfahren|gelesen|"
        + "frühere[nrms]?|telefoniert|gesprochen|kolleg(?:e|en|in|innen) (?:(?:frau|herrn?) )?(?-i:\\p{Lu}\\p{L}+ ){0,2}(?:aus|von|vom|der|des|bei|beim|in)|(?:genau)?so wie (?:in|bei|die|der|das)|wie (?:in|bei) (?:der|dem)?)(?!\\p{L})");
    private static final Pattern OWN = Pattern.compile("(?i)(?:[,;–]|(?<!\\p{L})und)\\s+(?=(?:ich (?:bin|arbeite|leite|heiße)|mein name|wir sind|bin|arbeite)(?!\\p{L}))");
    private static final Pattern SPEAKS = Pattern.compile("(?is).*(?<![\\p{L}])(?:ich|wir|uns|unsere?[rnm]?|meine?[rnm]?|mich|mir|i|my|we|our)(?![\\p{L}]).*");

    /** Of whom a clause speaks. */
    enum Whose { SENDER, OTHERS, UNTOLD }

    /** @param names whether the sentence holds the sender's name */
    static List<Clause> of(String sentence, boolean names) {
        if (!PAST.matcher(sentence).find() && !OTHERS.matcher(sentence).find()) {
            return List.of(new Clause(sentence, whose(sentence, names)));
        }
        List<Clause> clauses = new ArrayList<>();
        for (String part : OWN.split(sentence)) {
            Matcher past = PAST.matcher(part);
            if (!past.find()) {
                add(clauses, part, names);
                continue;
            }
            add(clauses, part.substring(0, past.start()), names);
            Matcher now = NOW.matcher(part);
            int end = now.find(past.end()) ? now.start() : part.length();
            clauses.add(new Clause(part.substring(past.start(), end), Whose.OTHERS));
            add(clauses, part.substring(end), names);
        }
        return clauses;
    }

    private static void add(List<Clause> clauses, String text, boolean names) {
        if (!text.isBlank()) {
            clauses.add(new Clause(text, OTHERS.matcher(text).find() ? Whose.OTHERS : whose(text, names)));
        }
    }

    private static Whose whose(String text, boolean names) {
        return names || SPEAKS.matcher(text).matches() ? Whose.SENDER : Whose.UNTOLD;
    }
}

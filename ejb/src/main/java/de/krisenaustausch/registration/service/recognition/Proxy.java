package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a mail asks access for when that is not, or not only, its writer: "im Namen von Frau Berlin", "bitte melden Sie Herrn Amt an". */
final class Proxy {

    private static final String TITLED = "(?:Frau|Herrn?|Fr\\.|Hr\\.|(?:[Mm]ein(?:e[nrms]?)?|[Uu]nser(?:e[nrms]?)?) \\p{Lu}\\p{L}+)";
    private static final String NAME = "((?:(?:Dr\\.|Prof\\.|von|van|der|de|zu) ?)*\\p{Lu}[\\p{L}'’-]+(?: (?:von |van |der |de |zu )*\\p{Lu}[\\p{L}'’-]+){0,2})";
    private static final String ROLE = "(?:(?:den|die|der|das|des|dem|meine[nrms]?|unsere[nrms]?|auch|bitte|folgende[nr]?|neue[nr]?|Zugang|Erste[nrs]?|Herrn?|Frau|Kolleg\\p{L}+|Chefs?|Chefin|Vorgesetzte[rn]?|Mitarbeiter\\p{L}*|\\p{L}*[Ll]eiter(?:s|in)?|\\p{L}*[Mm]eister(?:s|in)?|\\p{L}*rat(?:e?s)?|\\p{L}*rätin)[,:]? )";
    private static final Pattern FOR = Pattern.compile("(?:(?i:im namen(?: von)?|namens|im auftrage?(?: von)?|in vertretung (?:von|für)|stellvertretend für|anstelle von|für)(?: |: ?)){1,2}" + ROLE + "{0,5}" + NAME);
    private static final Pattern ACT = Pattern.compile("(?i:(?:melden|schalten|nehmen|registrieren|tragen|fügen|richten|legen|geben|schicken|senden) sie)(?: (?:\\p{Ll}+|Konto|Zugang|Zugriff|Account|Link|Benutzerkonto|Zugangsdaten)){0,5} " + ROLE + "{0,4}" + NAME);
    private static final Pattern WANTS = Pattern.compile(TITLED + ",? " + ROLE + "{0,3}" + NAME + "(?:,[^,.]{3,60},| \\([^)]{3,60}\\),?| (?:aus|vom|von|im|in|bei|beim) [^,.]{3,60}?)? (?:soll|möchte|hätte|würde|benötigt|braucht|bittet|wünscht|will)(?!\\p{L})");
    private static final Pattern ENTERS = Pattern.compile(TITLED + " " + ROLE + "{0,3}" + NAME + "(?: [\\p{L}]+){0,5} (?:an(?:zu)?melden|frei(?:zu)?schalten|auf(?:zu)?nehmen|ein(?:zu)?tragen|(?:zu )?registrieren)(?!\\p{L})");
    private static final Pattern TITLE = Pattern.compile(".*(?:Frau|Herrn?|Kolleg\\p{L}+|Chefs?|Chefin) *(?:Dr\\. *)?$", Pattern.DOTALL);

    private Proxy() {
    }

    /** @return names, as written, of the persons for whom a sentence asks */
    static List<String> in(String sentence) {
        List<String> found = new ArrayList<>();
        for (Pattern shape : List.of(FOR, ACT, WANTS, ENTERS)) {
            Matcher matcher = shape.matcher(sentence);
            while (matcher.find()) {
                PersonName name = PersonName.of(matcher.group(1));
                boolean person = name != null && name.first() != null && FirstNames.isOne(name.first().split(" ")[0]);
                // "für Fragen" and "für Zugänge" ask for no one
                if (person || name != null && TITLE.matcher(sentence.substring(0, matcher.start(1))).matches()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}

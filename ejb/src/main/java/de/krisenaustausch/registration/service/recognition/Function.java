package de.krisenaustausch.registration.service.recognition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody is in her office: never asked for, but told apart from names and offices. */
final class Function {

    private static final Pattern WORDS = Pattern.compile("(?i)(?<![\\p{L}])(?:(?-i:SB(?:in)?(?= \\p{Lu}))|(?:(?:erste[rn]?|stellv(?:\\.|ertretende[rn]?)|stv\\.|komm\\.|kommissarische[rn]?|technische[rn]?|allgemeine[rn]?|kaufm\\p{L}+) )*"
        + "(?:\\p{L}*(?:sachbearbeiter|bürgermeister|leiter|(?<!büro|geschäfts|verwaltungs)leitung|kämmerer|kämmerin|referent|dezernent|beauftragte|beigeordnete|assistent|assistenz|sekretär|sekretärin|inspektor|amtfrau|amtmann|(?:amts|ober|verwaltungs|bau|stadt|regierungs)rat|rätin|"
        + "angestellte|fachwirt|geschäftsführer|geschäftsführung|koordinator|justiziar|landrat|landrätin|stabsstellenleiter|mitarbeiter|administrator|ingenieur|architekt|pressesprecher|controller|bearbeiter|trainee|praktikant|auszubildende|wehrführer|brandmeister|"
        + "standesbeamte|standesbeamtin|hauptsekretär|techniker|manager|betriebswirt|beamte|beamtin|jurist|planer|berater|vorsteher|direktor|referatsleiter)(?:in|innen|r|n|s)?)(?:/-?in|\\*in|:in|\\(in\\)|/in)?(?![\\p{L}]))");

    private Function() {
    }

    /** @return the function that a line names, or null */
    static String in(String line) {
        Matcher words = WORDS.matcher(line);
        return words.find() ? words.group().strip() : null;
    }
}

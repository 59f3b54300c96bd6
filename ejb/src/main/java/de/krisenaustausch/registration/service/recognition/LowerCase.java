package de.krisenaustausch.registration.service.recognition;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Some write everything small; then every word that can be a noun or a name gets its capital, so that the rest can be read as usual. */
final class LowerCase {

    private static final Set<String> SMALL = Set.of("ich", "bin", "bist", "ist", "sind", "war", "habe", "haben", "hat", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "und", "oder", "aber", "auch",
        "von", "vom", "van", "zu", "zum", "zur", "bei", "beim", "in", "im", "an", "am", "auf", "aus", "für", "fuer", "mit", "ohne", "um", "über", "ueber", "nach", "als", "wie", "wo", "wir", "uns", "unser", "unsere", "unserer", "mein",
        "meine", "meiner", "mich", "mir", "sie", "ihr", "ihre", "ihnen", "es", "er", "dass", "daß", "bitte", "gerne", "gern", "würde", "wuerde", "möchte", "moechte", "hätte", "haette", "freuen", "leite", "arbeite", "arbeiten",
        "heiße", "heisse", "hier", "danke", "liebe", "lieber", "hallo", "viele", "freundlichen", "freundliche", "beste", "einmal", "mal", "noch", "nur", "sehr", "super", "freischalten", "tätig", "taetig", "beschäftigt", "beschaeftigt", "ab",
        "so", "ja", "nein", "nicht", "wird", "werden", "kann", "können", "koennen", "bekommen", "brauche", "suche", "schreibe", "komme", "macht", "ihr's", "name", "de", "example", "www", "geehrte", "geehrter", "geehrten");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}@.\\d/])\\p{Ll}[\\p{Ll}-]+(?![@.]\\p{L}|[\\p{L}@])");

    /** What a telephone writes below with capitals is none of hers. */
    private static final Pattern SIGN_OFF = Pattern.compile("(?im)^[^\\p{L}\\p{N}\r\n]{0,20}(?:(?:von|mit) mein\\p{L}+ .*|(?:gesendet|versendet) (?:von|mit|über) .*|sent from .*|diese (?:e-?mail|nachricht) wurde .*|get outlook .*|holen sie sich .*)$");

    private LowerCase() {
    }

    /** @return the text as it is, unless it has letters but hardly a capital one */
    static String raise(String text) {
        String own = SIGN_OFF.matcher(text).replaceAll("");
        long letters = own.codePoints().filter(Character::isLetter).count();
        long capitals = own.codePoints().filter(Character::isUpperCase).count();
        if (letters < 20 || capitals * 50 > letters) {
            return text;
        }
        Matcher word = WORD.matcher(text);
        return word.replaceAll(one -> SMALL.contains(one.group()) ? Matcher.quoteReplacement(one.group())
            : Matcher.quoteReplacement(Character.toUpperCase(one.group().charAt(0)) + one.group().substring(1)));
    }
}

package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail's own lines as a letter: sentences, then a closing and the signature below it. */
final class Letter {

    private static final Pattern CLOSING = Pattern.compile("(?i)^(?:(?:mit |und )?(?:den )?(?:freundlich(?:e[nmrs]?|st)|best(?:e[nmrs]?)?|viele[nmrs]?|herzlich(?:e[nmrs]?|st)?|schöne[nmrs]?|kollegiale[nmrs]?|sonnige[nmrs]?|liebe[nmrs]?|nette[nmrs]?) (?:und \\p{L}+ )?(?:grü(?:ß|ss)(?:e|en)?|gru(?:ß|ss)|gruesse[n]?|wünschen)"
        + "|m\\. ?f\\. ?g\\.?|mfg|mit freundlichem gru(?:ß|ss)|lg|vg|bg|gru(?:ß|ss)|grü(?:ß|ss)e|gruesse|hochachtungsvoll|(?:kind|best|warm) regards|regards|(?:yours )?sincerely|many thanks|i\\. ?a\\.|im auftrage?|i\\. ?v\\.|gez\\.|vielen dank(?: (?:im voraus|vorab))? (?:und|sowie) .{0,30}gr(?:ü|u)(?:ß|ss)e?|danke (?:und|&) .{0,20}gr\\p{L}+|servus|moin|tschüss|cheers)(?![\\p{L}])[ ]*(?:aus (?:dem |der )?[^,]{2,40})?[!.,]*");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[!?])\\s+|(?<=[\\p{L}\\d)]{3}\\.)\\s+(?=[\\p{Lu}])(?<!(?:Str|Abt|Ref|Dez|Tel|Nr|bzw|Gde|Gem|Lkr|stv|stellv)\\.\\s{1,3})");

    /** "Rathausgasse 4" on a line of its own. */
    static final Pattern STREET = Pattern.compile("\\p{Lu}[\\p{L} .-]{3,40} \\d{1,4} ?\\p{L}?");
    private static final int WRAPPED = 45;
    /** Longer ones are no sentences of a clerk, and would cost the patterns that are held against them time and stack. */
    private static final int LONGEST_SENTENCE = 500;

    private final List<String> lines;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> signature = new ArrayList<>();

    Letter(List<String> lines, Facts facts) {
        this.lines = lines;
        int closing = closing(lines);
        StringBuilder paragraph = new StringBuilder();
        for (int i = 0; i < Math.min(closing, lines.size()); i++) {
            if (lines.get(i).isEmpty() || facts.used(i) || !goesOn(lines, i)) {
                close(paragraph);
            }
            if (lines.get(i).isEmpty() || facts.used(i)) {
                continue;
            } else {
                paragraph.append(paragraph.length() == 0 ? "" : " ").append(lines.get(i));
            }
        }
        close(paragraph);
        for (int i = closing; i < lines.size(); i++) {
            String line = i == closing ? CLOSING.matcher(lines.get(i)).replaceFirst("").strip() : lines.get(i);
            if (!line.isEmpty() && !facts.used(i) && signature.size() < 25) {
                signature.add(Facts.bullet(line).replace('\t', '|'));
            }
        }
        if (closing < lines.size()) {
            Matcher from = Pattern.compile("(?i)\\baus (?:dem |der )?(\\p{Lu}.{2,40}?)[,.!]*$").matcher(lines.get(closing));
            if (from.find() && CLOSING.matcher(lines.get(closing)).find()) {
                signature.add("aus " + from.group(1));
            }
        }
    }

    /** A line is the next one's beginning when it was broken for its length, not on purpose. */
    private static boolean goesOn(List<String> lines, int at) {
        return at > 0 && !STREET.matcher(lines.get(at)).matches() && (lines.get(at - 1).length() >= WRAPPED || Character.isLowerCase(lines.get(at).charAt(0)) && !lines.get(at - 1).matches(".*[:.!?]"));
    }

    private void close(StringBuilder paragraph) {
        if (paragraph.length() > 0) {
            for (String sentence : SENTENCE_END.split(paragraph)) {
                sentences.add(sentence.substring(0, Math.min(sentence.length(), LONGEST_SENTENCE)));
            }
            paragraph.setLength(0);
        }
    }

    /** Where the signature begins: the first closing with something below, else a line of dashes, else a last block without sentences. */
    private static int closing(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher closing = CLOSING.matcher(lines.get(i));
            if (closing.find() && lines.get(i).length() < 110 && !(i < 2 && lines.get(i).matches("(?i)(?:moin|servus|liebe grüße an|[vls]g ).*"))) {
                return i;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("[-–—_=*~#]{2,}\\s*")) {
                return i + 1;
            }
        }
        int last = lines.size();
        while (last > 0 && !lines.get(last - 1).isEmpty() && lines.get(last - 1).length() < 70 && !lines.get(last - 1).matches(".*[\\p{L}\\d)\"]{2}[.!?]$|(?i)(?:.*[ (])?(?:ich|wir|mein name)[ ,].*")) {
            last--;
        }
        return last;
    }

    List<String> lines() {
        return lines;
    }

    List<String> sentences() {
        return sentences;
    }

    /** @return its lines without empty ones */
    List<String> signature() {
        return signature;
    }
}

package de.krisenaustausch.registration.service.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail's lines: those of the sender, and those that she only quotes.
 *
 * @param lines trimmed, without empty ones at the ends; an empty one stands for any number
 * @param quoted without their marks
 */
record Body(List<String> lines, List<String> quoted) {

    private static final Pattern DIVIDER = Pattern.compile("(?i)^[\\s>*_-]*-{2,}\\s*(?:ursprüngliche|original|weitergeleitete|forwarded|begin forwarded).{0,30}\\s*-{0,}.*$"
        + "|^\\s*(?:am|on|le)\\b.{4,160}(?:schrieb|wrote|a écrit).{0,80}:?\\s*$|^\\s*.{3,100}(?:schrieb am|wrote on).{3,60}:\\s*$|^_{20,}$|^\\s*>{3}\\s*[^>].{3,160}$|^\\s*anfang der weitergeleiteten.*$");
    private static final Pattern HEADER = Pattern.compile("(?i)^\\*?(?:von|from)\\*?:\\*?\\s.*");
    private static final Pattern NEXT_HEADER = Pattern.compile("(?i)^\\*?(?:gesendet|sent|datum|date|an|to|cc|betreff|subject)\\*?:.*");
    private static final Pattern LEGAL = Pattern.compile("(?i)^.{0,20}(?:diese (?:e-?mail|nachricht)|this (?:e-?mail|message)|der inhalt dieser|haftungsausschluss|datenschutzhinweis|bitte (?:prüfen|denken|beachten) sie (?:die|vor dem|an die)|hinweise? zum datenschutz|"
        + "informationen zum datenschutz|disclaimer|vertraulichkeitshinweis|rechtlicher hinweis|denken sie an die umwelt|bitte drucken sie).*");
    private static final int MOST = 600;
    /** What a clerk says of herself stands within this many characters of a line, and of all; more only makes reading costly. */
    static final int LONGEST_LINE = 2_000;
    static final int LONGEST = 20_000;

    static Body of(String text) {
        List<String> lines = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        String[] all = text.replace("\u00ad", "").replaceAll("[\u200B\u200C\u2060\uFEFF]", "").replaceAll("[\u00a0\u202f\u2007]", " ").split("\r\n|\r|\n|\u2028", MOST + 1);
        boolean below = false;
        int read = 0;
        for (int i = 0; i < Math.min(all.length, MOST) && read < LONGEST; i++) {
            all[i] = all[i].substring(0, Math.min(all[i].length(), Math.min(LONGEST_LINE, LONGEST - read)));
            read += all[i].length();
            String line = all[i].stripTrailing();
            String next = i + 1 < all.length ? all[i + 1].substring(0, Math.min(all[i + 1].length(), LONGEST_LINE)).strip() : "";
            String joined = line.strip() + " " + next;
            if (!below && (DIVIDER.matcher(line).matches() && !(line.matches("_{20,}") && !HEADER.matcher(next).matches())
                || HEADER.matcher(line.strip()).matches() && headers(all, i)
                || line.strip().matches("(?i)(?:am|on) .{6,}") && joined.length() < 200 && DIVIDER.matcher(joined).matches())) {
                below = true;
                continue;
            }
            if (line.stripLeading().startsWith(">")) {
                quoted.add(line.replaceAll("^[\\s>]+", "").strip());
            } else if (below) {
                quoted.add(line.strip());
            } else if (LEGAL.matcher(line).matches()) {
                // what follows is small print
                break;
            } else if (!line.isBlank() || !lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
                lines.add(line.strip());
            }
        }
        // else the blank line above a quotation hides the signature that ends there
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return new Body(lines, quoted);
    }

    /** A block "Von: … Gesendet: … An: …" begins the mail that is answered. */
    private static boolean headers(String[] all, int at) {
        int more = 0;
        for (int i = at + 1; i < Math.min(all.length, at + 6); i++) {
            if (NEXT_HEADER.matcher(all[i].strip()).matches()) {
                more++;
            }
        }
        return more >= 2;
    }
}

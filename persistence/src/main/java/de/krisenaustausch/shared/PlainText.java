package de.krisenaustausch.shared;

import java.util.regex.Pattern;

/** What people wrote in Markdown, as words on one line: for lists, mails and the search, where a thousand are read and none is shown whole. */
public final class PlainText {

    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]*)]\\([^()\\s]*\\)");
    private static final Pattern LINE_MARK = Pattern.compile("(?m)^[ \\t]*+(?:#{1,6}|>|[-*+]|\\d{1,9}[.)])[ \\t]++");
    private static final Pattern MARK = Pattern.compile("\\*{1,3}|_{2,3}|`{1,3}|~~|(?<![\\p{L}\\p{Nd}])_|_(?![\\p{L}\\p{Nd}])");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private PlainText() {
    }

    /** @param markdown may be null */
    public static String of(String markdown) {
        if (markdown == null) {
            return "";
        }
        String words = LINE_MARK.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll("");
        return BLANKS.matcher(MARK.matcher(words).replaceAll("")).replaceAll(" ").strip();
    }
}

package de.krisenaustausch.platform;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes lines as spreadsheets in German offices read them: semicolons, quotes round every field. What a spreadsheet would
 * take for a formula gets an apostrophe before it (OWASP, CSV injection).
 */
public final class Csv {

    /** So that Excel reads UTF-8. */
    public static final String BEGINNING = "\uFEFF";

    private Csv() {
    }

    /** @return one line with its end; null is an empty field */
    public static String line(Object... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String field(Object value) {
        String text = value == null ? "" : value.toString().replaceAll("[\r\n\t]+", " ");
        boolean formula = !text.isEmpty() && "=+-@|%".indexOf(text.stripLeading().isEmpty() ? ' ' : text.stripLeading().charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}

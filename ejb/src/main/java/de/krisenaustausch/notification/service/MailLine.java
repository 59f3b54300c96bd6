package de.krisenaustausch.notification.service;

/** Makes what people typed fit for a mail: one line, nothing that a header or a reader's eye could take for more than text. */
final class MailLine {

    private MailLine() {
    }

    /**
     * @return the text on one line, without control characters and without those that turn the writing direction
     *     (they can make "fdp.exe" look like "exe.pdf"); "" for null
     */
    static String of(String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Zl}\\p{Zp}\\p{Cc}]+", " ")
            .replaceAll("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]", "").strip();
    }

    /** @return the beginning of the text on one line, at most {@code max} characters, cut between words */
    static String beginning(String text, int max) {
        String line = of(text);
        if (line.length() <= max) {
            return line;
        }
        int cut = line.lastIndexOf(' ', max - 2);
        return line.substring(0, cut > max / 2 ? cut : line.offsetByCodePoints(0, line.codePointCount(0, max - 2))).strip() + " …";
    }
}

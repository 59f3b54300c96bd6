package de.krisenaustausch.shared;

/** Checks that entities make on the texts they are given, so that no row breaks its column. */
public final class Text {

    private Text() {
    }

    /**
     * @param value what was typed
     * @param max the column's length in characters
     * @param field name for the message, as in the bundles ({@code field.title})
     * @return the trimmed text
     * @throws BusinessException when it is blank or longer than {@code max}
     */
    public static String required(String value, int max, String field) {
        String text = optional(value, max, field);
        if (text == null) {
            throw new BusinessException("error.required", field);
        }
        return text;
    }

    /**
     * @return the trimmed text, or null when it is blank
     * @throws BusinessException when it is longer than {@code max} characters
     */
    public static String optional(String value, int max, String field) {
        if (value == null || value.isBlank()) {
            return null;
        }
        // PostgreSQL refuses NUL; other controls, half characters and overrides of the writing direction only ever come
        // from paste accidents or attacks
        String text = value.replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\r\\n\\t]]", "").strip();
        if (text.length() > max) {
            throw new BusinessException("error.tooLong", field, max);
        }
        return text.isEmpty() ? null : text;
    }

    /** @return the text on one line: line breaks and tabs become blanks */
    public static String oneLine(String value) {
        return value == null ? null : value.replaceAll("[\\s\\p{Z}\\x85]+", " ").strip();
    }
}

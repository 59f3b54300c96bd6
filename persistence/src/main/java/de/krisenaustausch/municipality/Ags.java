package de.krisenaustausch.municipality;

import java.util.regex.Pattern;

/**
 * The official key of a municipality or a Kreis (Amtlicher Gemeindeschlüssel, Destatis): Land, Regierungsbezirk, Kreis and
 * municipality. A text, since it may begin with 0. A Kreis has "000" at the end.
 *
 * @param value eight digits
 */
public record Ags(String value) {

    public static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[0-9]{8}");

    /** @throws IllegalArgumentException when it is not eight digits */
    public Ags {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an AGS: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

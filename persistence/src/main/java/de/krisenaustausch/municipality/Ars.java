package de.krisenaustausch.municipality;

import java.util.regex.Pattern;

/**
 * The regional key (Amtlicher Regionalschlüssel, Destatis): as the {@link Ags}, with the Gemeindeverband between Kreis and
 * municipality. Gemeindeverbände end with "000", Kreise with "0000000".
 *
 * @param value twelve digits
 */
public record Ars(String value) {

    public static final int LENGTH = 12;
    private static final int COUNTY = 5;
    private static final int UNION = 9;
    private static final Pattern FORM = Pattern.compile("[0-9]{12}");

    /** @throws IllegalArgumentException when it is not twelve digits */
    public Ars {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an ARS: " + value);
        }
    }

    /** @return the key of the Kreis: the first five digits */
    public String county() {
        return value.substring(0, COUNTY);
    }

    /** @return the key of the Gemeindeverband: the first nine digits; its last four are "0000" where there is none */
    public String union() {
        return value.substring(0, UNION);
    }

    @Override
    public String toString() {
        return value;
    }
}

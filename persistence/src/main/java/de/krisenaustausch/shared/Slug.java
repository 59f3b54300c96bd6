package de.krisenaustausch.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of an address that names a thing: lower-case letters, digits and hyphens, at most 60 characters. */
public final class Slug {

    public static final int LENGTH = 60;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {
    }

    /** @return whether the text may stand in an address as it is */
    public static boolean isValid(String slug) {
        return slug != null && slug.length() <= LENGTH && FORM.matcher(slug).matches();
    }

    /**
     * @param name any German name
     * @return its slug: umlauts written out, other marks dropped; may be empty when nothing is left
     */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN)
            .replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        String slug = Normalizer.normalize(plain, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
        return slug.length() <= LENGTH ? slug : slug.substring(0, LENGTH).replaceAll("-$", "");
    }
}

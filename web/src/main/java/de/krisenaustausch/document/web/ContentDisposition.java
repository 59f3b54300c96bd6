package de.krisenaustausch.document.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The header that names a file and has it saved rather than shown (RFC 6266): {@code filename*} carries the true name
 * in UTF-8 (RFC 8187), {@code filename} the nearest ASCII for programs from before 2011.
 */
final class ContentDisposition {

    /** Characters that RFC 8187 lets stand as they are. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private ContentDisposition() {
    }

    /** @param fileName any text; what could end the header or hide an extension does not get into it */
    static String attachment(String fileName) {
        String name = fileName.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "");
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encode(name);
    }

    private static String ascii(String name) {
        String german = name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
            .replace("Ä", "Ae").replace("Ö", "Oe").replace("Ü", "Ue");
        String plain = Normalizer.normalize(german, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        // a quote or backslash would need escaping, a percent sign is decoded by some browsers: none of them is worth it
        return plain.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%/]", "_");
    }

    private static String encode(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            if (character < 0x80 && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append(String.format("%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }
}

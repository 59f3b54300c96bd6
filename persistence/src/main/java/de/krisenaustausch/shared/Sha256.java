package de.krisenaustausch.shared;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a file's content, 64 lower-case hex digits: the file's name in the store and its ETag.
 *
 * @param hex the digits
 */
public record Sha256(String hex) {

    public static final int LENGTH = 64;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when the text is not 64 lower-case hex digits */
    public Sha256 {
        if (hex == null || !FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    /** @param digest 32 bytes */
    public static Sha256 of(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    @Override
    public String toString() {
        return hex;
    }
}

package de.krisenaustausch.document;

import de.krisenaustausch.shared.BusinessException;
import java.text.Normalizer;

/** Cleans the names that browsers send, so that they are harmless in headers, archives and on every file system. */
public final class FileName {

    public static final int LENGTH = 200;

    private FileName() {
    }

    /**
     * @param raw as sent, perhaps with a path in it, decomposed umlauts, bidirectional or control characters
     * @return the bare name, composed (NFC), at most 200 characters, its extension kept
     * @throws BusinessException when nothing of a name is left
     */
    public static String clean(String raw) {
        if (raw == null) {
            throw new BusinessException("upload.noName");
        }
        String name = Normalizer.normalize(raw, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
            .replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1)
            .replaceAll("[<>:\"|?*]", "_")
            .replaceAll("\\s+", " ")
            .replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) {
            throw new BusinessException("upload.noName");
        }
        if (name.length() <= LENGTH) {
            return name;
        }
        String extension = extension(name);
        String tail = extension.isEmpty() ? "" : "." + extension;
        // a character of two halves may be cut
        return name.substring(0, LENGTH - tail.length()).replaceAll("\\p{Cs}", "").strip() + tail;
    }

    /** @return what stands behind the last dot, in lower case, or "" (also when it is longer than ten characters) */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 ? "" : name.substring(dot + 1);
        return extension.length() > 10 ? "" : extension.toLowerCase(java.util.Locale.ROOT);
    }

    /** @return a title to propose: the name without extension, underscores as blanks */
    public static String title(String name) {
        String extension = extension(name);
        String base = extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
        return base.replaceAll("[_+]+", " ").replaceAll("\\s+", " ").strip();
    }
}

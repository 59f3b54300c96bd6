package de.krisenaustausch.stack.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive of XML parts, which is what every office format is. The same parts give the same bytes. */
final class ZipPackage {

    private static final LocalDateTime WRITTEN = LocalDateTime.of(2020, 3, 25, 0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    ZipPackage add(String name, String content) {
        return put(new ZipEntry(name), content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a part uncompressed, as ODF wants its {@code mimetype}. */
    ZipPackage store(String name, String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(data);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(data.length);
        entry.setCrc(crc.getValue());
        return put(entry, data);
    }

    byte[] toBytes() {
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @return the text with the five characters masked that XML reserves */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&apos;");
    }

    private ZipPackage put(ZipEntry entry, byte[] data) {
        try {
            entry.setTimeLocal(WRITTEN);
            zip.putNextEntry(entry);
            zip.write(data);
            zip.closeEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }
}

package de.krisenaustausch.document.service.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of all kinds, as bytes. */
final class Samples {

    static final byte[] PDF = text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    static final byte[] ENCRYPTED_PDF = text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF\n");
    static final byte[] PNG = bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0);
    static final byte[] PROGRAM = bytes('M', 'Z', 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0xB8, 0, 0, 0);
    static final byte[] ELF = bytes(0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3E, 0);

    private static final int SECTOR = 512;

    private Samples() {
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    /** @param nameAndContent names and contents by turns */
    static byte[] zip(String... nameAndContent) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < nameAndContent.length; i += 2) {
            entries.put(nameAndContent[i], nameAndContent[i + 1]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(text(entry.getValue()));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document/>");
    }

    static byte[] odt(String... more) {
        String[] entries = new String[6 + more.length];
        System.arraycopy(new String[] {"mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>", "META-INF/manifest.xml", "<m/>"}, 0, entries, 0, 6);
        System.arraycopy(more, 0, entries, 6, more.length);
        return zip(entries);
    }

    /** Says of every file in the archive that it is encrypted. */
    static byte[] encrypted(byte[] zip) {
        byte[] changed = zip.clone();
        for (int i = 0; i < changed.length - 10; i++) {
            if (changed[i] == 'P' && changed[i + 1] == 'K' && changed[i + 2] == 1 && changed[i + 3] == 2) {
                changed[i + 8] |= 1;
            }
        }
        return changed;
    }

    /** An OLE2 file with these streams, each of one sector that begins with the bytes given. */
    static byte[] ole(Map<String, byte[]> streams) {
        int directory = (streams.size() + 1 + 3) / 4;
        ByteBuffer file = ByteBuffer.allocate(SECTOR * (2 + directory + streams.size())).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L).putShort(26, (short) 3).putShort(28, (short) 0xFFFE).putShort(30, (short) 9).putShort(32, (short) 6);
        file.putInt(44, 1).putInt(48, 1).putInt(56, 4096).putInt(60, -2).putInt(68, -2).putInt(76, 0);
        for (int i = 1; i < 109; i++) {
            file.putInt(76 + i * 4, -1);
        }
        // the table of sectors: itself, the directory's chain, then one sector a stream
        for (int i = 0; i < SECTOR / 4; i++) {
            file.putInt(SECTOR + i * 4, i == 0 ? -3 : i < directory ? i + 1 : i <= directory + streams.size() ? -2 : -1);
        }
        int entry = 2 * SECTOR;
        entry(file, entry, "Root Entry", 5, -2);
        int sector = 1 + directory;
        for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
            entry += 128;
            entry(file, entry, stream.getKey(), 2, sector);
            file.put((sector + 1) * SECTOR, stream.getValue());
            sector++;
        }
        return file.array();
    }

    static byte[] ole(String... names) {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        for (String name : names) {
            streams.put(name, new byte[0]);
        }
        return ole(streams);
    }

    private static void entry(ByteBuffer file, int at, String name, int type, int sector) {
        file.put(at, name.getBytes(StandardCharsets.UTF_16LE)).putShort(at + 64, (short) (name.length() * 2 + 2)).put(at + 66, (byte) type).putInt(at + 116, sector);
    }
}

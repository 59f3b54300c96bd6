package de.krisenaustausch.document.service.inspection;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A ZIP archive's table of contents. Java's own reader takes the table into memory whatever its size, and a table can
 * be as large as the file; this one stops at a limit.
 */
final class ZipContents {

    /** More files than this aren't looked through. */
    static final int MAX_ENTRIES = 50_000;

    private static final int MAX_TABLE = 16 * 1024 * 1024;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 65_535;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int ROW = 0x02014b50;
    private static final int ROW_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int DEFLATED = 8;

    private final FileChannel file;
    private final List<Entry> entries;

    private ZipContents(FileChannel file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** One file in the archive; {@code at} is where it begins, sizes in bytes. */
    record Entry(String name, boolean encrypted, int method, long packed, long at) {
    }

    /** The table is too long to be looked through. */
    static final class CrowdedException extends IOException {
    }

    /** @throws ZipException when there is no table that can be read @throws CrowdedException when it is too long */
    static ZipContents of(FileChannel file) throws IOException {
        try {
            Table table = table(file);
            if (table.entries() > MAX_ENTRIES || table.length() > MAX_TABLE) {
                throw new CrowdedException();
            }
            return new ZipContents(file, rows(read(file, table.at(), (int) table.length()), (int) table.entries()));
        } catch (EOFException | IllegalArgumentException cutOff) {
            throw new ZipException("The table of contents is broken.");
        }
    }

    /** @return whether the file ends as a ZIP archive does, whatever it begins as */
    static boolean endsAsArchive(FileChannel file) throws IOException {
        return end(file) >= 0;
    }

    List<Entry> entries() {
        return entries;
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    /** @return the beginning of a file in the archive as text, at most that many bytes; empty when it can't be read */
    Optional<String> text(String name, int limit) throws IOException {
        Optional<Entry> found = entries.stream().filter(entry -> entry.name().equals(name) && !entry.encrypted()).findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(unpack(found.get(), limit), StandardCharsets.UTF_8));
        } catch (EOFException | IllegalArgumentException | DataFormatException broken) {
            return Optional.empty();
        }
    }

    private byte[] unpack(Entry entry, int limit) throws IOException, DataFormatException {
        ByteBuffer local = read(file, entry.at(), LOCAL_LENGTH);
        long begin = entry.at() + LOCAL_LENGTH + unsigned(local.getShort(26)) + unsigned(local.getShort(28));
        byte[] packed = read(file, begin, (int) Math.min(entry.packed(), limit)).array();
        if (entry.method() != DEFLATED) {
            return packed;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (out.size() < limit) {
                int n = inflater.inflate(buffer, 0, Math.min(buffer.length, limit - out.size()));
                if (n == 0) {
                    break;
                }
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private record Table(long at, long length, long entries) {
    }

    private static Table table(FileChannel file) throws IOException {
        long end = end(file);
        if (end < 0) {
            throw new ZipException("There is no table of contents.");
        }
        ByteBuffer record = read(file, end, END_LENGTH);
        long entries = unsigned(record.getShort(10));
        long length = Integer.toUnsignedLong(record.getInt(12));
        long at = Integer.toUnsignedLong(record.getInt(16));
        if (entries == 0xffff || length == 0xffffffffL || at == 0xffffffffL) {
            ByteBuffer locator = read(file, end - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH);
            if (locator.getInt(0) == LOCATOR_64) {
                ByteBuffer large = read(file, locator.getLong(8), END_64_LENGTH);
                if (large.getInt(0) != END_64) {
                    throw new ZipException("The table of contents is broken.");
                }
                return checked(file, large.getLong(48), large.getLong(40), large.getLong(32));
            }
        }
        return checked(file, at, length, entries);
    }

    private static Table checked(FileChannel file, long at, long length, long entries) throws IOException {
        if (at < 0 || length < 0 || entries < 0 || at > file.size() || length > file.size() - at) {
            throw new ZipException("The table of contents is broken.");
        }
        return new Table(at, length, entries);
    }

    /** @return where the last record begins, or -1; it must end where the file ends, or any file with these bytes would do */
    private static long end(FileChannel file) throws IOException {
        long size = file.size();
        if (size < END_LENGTH) {
            return -1;
        }
        int length = (int) Math.min(size, END_LENGTH + MAX_COMMENT);
        ByteBuffer tail = read(file, size - length, length);
        for (int i = length - END_LENGTH; i >= 0; i--) {
            if (tail.getInt(i) == END && i + END_LENGTH + unsigned(tail.getShort(i + 20)) == length) {
                return size - length + i;
            }
        }
        return -1;
    }

    private static List<Entry> rows(ByteBuffer table, int count) throws ZipException {
        List<Entry> entries = new ArrayList<>(Math.min(count, 1000));
        int at = 0;
        while (at + ROW_LENGTH <= table.limit()) {
            if (table.getInt(at) != ROW) {
                break;
            }
            int name = unsigned(table.getShort(at + 28));
            int more = unsigned(table.getShort(at + 30)) + unsigned(table.getShort(at + 32));
            if (at + ROW_LENGTH + name > table.limit()) {
                break;
            }
            entries.add(new Entry(new String(table.array(), at + ROW_LENGTH, name, StandardCharsets.UTF_8),
                (table.getShort(at + 8) & ENCRYPTED) != 0, table.getShort(at + 10), Integer.toUnsignedLong(table.getInt(at + 20)),
                Integer.toUnsignedLong(table.getInt(at + 42))));
            at += ROW_LENGTH + name + more;
        }
        if (entries.size() != count) {
            throw new ZipException("The table of contents lies about its length.");
        }
        return entries;
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            int n = file.read(bytes, at + bytes.position());
            if (n < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}

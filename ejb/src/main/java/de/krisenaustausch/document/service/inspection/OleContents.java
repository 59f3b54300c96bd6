package de.krisenaustausch.document.service.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The directory of an OLE2 compound file, in which Word, Excel, PowerPoint up to 2003 and Outlook keep their parts. */
final class OleContents {

    private static final long MARK = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int ENTRY = 128;
    private static final int STREAM = 2;
    /** Sectors of the directory that are read; a letter has one to five. */
    private static final int MAX_SECTORS = 2048;

    private final FileChannel file;
    private final int sectorSize;
    private final List<Entry> entries = new ArrayList<>();

    private OleContents(FileChannel file, int sectorSize) {
        this.file = file;
        this.sectorSize = sectorSize;
    }

    /** A storage or stream. */
    record Entry(String name, boolean stream, int firstSector) {
    }

    /** The directory can't be read. */
    static final class BrokenException extends IOException {
    }

    static boolean isMark(byte[] head, int length) {
        return length >= Long.BYTES && ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == MARK;
    }

    /** @throws BrokenException when there is no directory that can be read */
    static OleContents of(FileChannel file) throws IOException {
        try {
            ByteBuffer header = read(file, 0, HEADER);
            int shift = header.getShort(30);
            if (shift != 9 && shift != 12) {
                throw new BrokenException();
            }
            OleContents contents = new OleContents(file, 1 << shift);
            contents.readDirectory(header);
            if (contents.entries.isEmpty()) {
                throw new BrokenException();
            }
            return contents;
        } catch (EOFException | IllegalArgumentException | IndexOutOfBoundsException cutOff) {
            throw new BrokenException();
        }
    }

    boolean has(String name) {
        return entries.stream().anyMatch(entry -> entry.name().equals(name));
    }

    boolean hasAny(String... names) {
        return List.of(names).stream().anyMatch(this::has);
    }

    /** @return the first bytes of a stream, one sector at most; empty when it isn't there or can't be read */
    Optional<ByteBuffer> beginning(String name) throws IOException {
        Optional<Entry> found = entries.stream().filter(entry -> entry.stream() && entry.name().equals(name)).findFirst();
        if (found.isEmpty() || found.get().firstSector() < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(file, offset(found.get().firstSector()), HEADER));
        } catch (EOFException cutOff) {
            return Optional.empty();
        }
    }

    private void readDirectory(ByteBuffer header) throws IOException {
        int sector = header.getInt(48);
        for (int read = 0; sector >= 0 && read < MAX_SECTORS; read++) {
            ByteBuffer bytes = read(file, offset(sector), sectorSize);
            for (int at = 0; at < sectorSize; at += ENTRY) {
                add(bytes, at);
            }
            sector = next(header, sector);
        }
    }

    private void add(ByteBuffer bytes, int at) {
        int length = bytes.getShort(at + 64) - 2;
        int type = bytes.get(at + 66);
        if (length > 0 && length <= 62 && type != 0) {
            entries.add(new Entry(new String(bytes.array(), at, length, StandardCharsets.UTF_16LE), type == STREAM, bytes.getInt(at + 116)));
        }
    }

    /** @return the sector that follows in the chain; the header names the first 109 sectors of the table, more only files over 7 MB have */
    private int next(ByteBuffer header, int sector) throws IOException {
        int perSector = sectorSize / Integer.BYTES;
        int index = sector / perSector;
        int table = index < 109 ? header.getInt(76 + index * Integer.BYTES) : further(header, index - 109);
        return table < 0 ? -1 : read(file, offset(table) + (long) (sector % perSector) * Integer.BYTES, Integer.BYTES).getInt(0);
    }

    private int further(ByteBuffer header, int index) throws IOException {
        int perSector = sectorSize / Integer.BYTES - 1;
        int sector = header.getInt(68);
        for (int hop = 0; hop < index / perSector && sector >= 0 && hop < MAX_SECTORS; hop++) {
            sector = read(file, offset(sector) + (long) perSector * Integer.BYTES, Integer.BYTES).getInt(0);
        }
        return sector < 0 ? -1 : read(file, offset(sector) + (long) (index % perSector) * Integer.BYTES, Integer.BYTES).getInt(0);
    }

    private long offset(int sector) {
        return (sector + 1L) * sectorSize;
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
}

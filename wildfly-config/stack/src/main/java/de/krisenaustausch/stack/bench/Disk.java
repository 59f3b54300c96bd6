package de.krisenaustausch.stack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/** What the disk under the corpus can do: the limit of everything that is acknowledged. */
final class Disk {

    private static final int PIECE = 64 * 1024;
    private static final int RECORD = 4096;

    private Disk() {
    }

    /** @return milliseconds for reading a file, hashing it and writing it until it is on disk */
    static double store(Path file, Path folder) {
        Path copy = folder.resolve("copy");
        long start = System.nanoTime();
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
             FileChannel out = FileChannel.open(copy, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
            while (in.read(piece) >= 0) {
                piece.flip();
                digest.update(piece.duplicate());
                while (piece.hasRemaining()) {
                    out.write(piece);
                }
                piece.clear();
            }
            digest.digest();
            out.force(false);
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            delete(copy);
        }
    }

    /** @return how many small records a second reach the disk, one after the other */
    static double forced(Path folder, Duration time) {
        Path file = folder.resolve("forced");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            long start = System.nanoTime();
            int count = 0;
            while (System.nanoTime() - start < time.toNanos()) {
                out.write(ByteBuffer.allocate(RECORD));
                out.force(false);
                count++;
            }
            return count / ((System.nanoTime() - start) / 1e9);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }
}

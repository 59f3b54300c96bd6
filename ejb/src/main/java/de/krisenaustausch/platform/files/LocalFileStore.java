package de.krisenaustausch.platform.files;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.shared.Sha256;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of the server: {@code files/ab/cd/<sha256>}, what was made from them in {@code derived/ab/cd/<sha256>/},
 * what is coming in under {@code incoming/}. What lies in {@code incoming} at start was cut off and is swept.
 */
@ApplicationScoped
public class LocalFileStore implements FileStore {

    private static final int BUFFER = 256 * 1024;

    private Path root;

    protected LocalFileStore() {
    }

    @Inject
    public LocalFileStore(Configuration configuration) {
        this(configuration.dataDir());
    }

    /** For tests: any folder. */
    public LocalFileStore(Path root) {
        this.root = root;
    }

    @PostConstruct
    void sweep() {
        try (Stream<Path> left = Files.list(Files.createDirectories(incoming()))) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Staged stage(InputStream in, long maxBytes) throws IOException {
        Path path = Files.createDirectories(incoming()).resolve(UUID.randomUUID().toString());
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = in.readNBytes(buffer, 0, BUFFER); n > 0; n = in.readNBytes(buffer, 0, BUFFER)) {
                size += n;
                if (size > maxBytes) {
                    throw new TooLargeException(maxBytes);
                }
                digest.update(buffer, 0, n);
                for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining();) {
                    out.write(bytes);
                }
            }
            out.force(false);
            return new Staged(path, size, Sha256.of(digest.digest()));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    @Override
    public void keep(Staged staged) throws IOException {
        Path place = path(staged.sha256());
        Files.createDirectories(place.getParent());
        Files.move(staged.path(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // the new name is on disk only when its folder is
        try (FileChannel folder = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void discard(Staged staged) {
        try {
            Files.deleteIfExists(staged.path());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    @Override
    public Path path(Sha256 sha256) {
        return shelf("files", sha256);
    }

    @Override
    public Path derived(Sha256 sha256) throws IOException {
        return Files.createDirectories(shelf("derived", sha256));
    }

    @Override
    public void removeOlderThan(Sha256 sha256, Instant moment) throws IOException {
        if (Files.exists(path(sha256)) && !isOlder(path(sha256), moment)) {
            return;
        }
        Files.deleteIfExists(path(sha256));
        try (Stream<Path> made = Files.list(shelf("derived", sha256))) {
            for (Path file : made.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(shelf("derived", sha256));
        } catch (NoSuchFileException nothingMade) {
            return;
        }
    }

    @Override
    public void forEachOlderThan(Instant moment, int batch, Consumer<List<Sha256>> visitor) throws IOException {
        Path shelves = Files.createDirectories(root.resolve("files"));
        try (Stream<Path> all = Files.find(shelves, 3, (path, attributes) -> attributes.isRegularFile()
                && attributes.lastModifiedTime().toInstant().isBefore(moment))) {
            List<Sha256> some = new ArrayList<>(batch);
            for (Iterator<Path> each = all.iterator(); each.hasNext();) {
                some.add(new Sha256(each.next().getFileName().toString()));
                if (some.size() == batch) {
                    visitor.accept(List.copyOf(some));
                    some.clear();
                }
            }
            if (!some.isEmpty()) {
                visitor.accept(List.copyOf(some));
            }
        }
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    }

    private Path incoming() {
        return root.resolve("incoming");
    }

    private Path shelf(String kind, Sha256 sha256) {
        String hex = sha256.hex();
        return root.resolve(kind).resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

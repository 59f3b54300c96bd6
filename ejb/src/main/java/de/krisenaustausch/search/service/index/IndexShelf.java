package de.krisenaustausch.search.service.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.search.util.common.SearchException;

/**
 * Keeps the index that is asked, and the one that is being built to follow it. A new index is built in a folder of its
 * own while the old one answers; when it is complete, a marker file names it and it takes over. Whatever happens on the
 * way, the next start finds either a complete index or none, and then builds one.
 */
public final class IndexShelf implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(IndexShelf.class.getName());
    private static final String MARKER = "current";
    private static final int BATCH = 50;

    private final Path root;
    private final Clock clock;
    private final ReadWriteLock asking = new ReentrantReadWriteLock();
    private final Object writing = new Object();
    private ContributionIndex active;
    private ContributionIndex next;
    private Path activeFolder;
    private volatile boolean complete;
    private volatile boolean damaged;
    private volatile Building building;
    private volatile Built built;

    /** Where entries come from: the database. */
    public interface Source {

        /** @return ids of documents behind that one, in order */
        List<Long> idsAfter(long id, int limit);

        /** @return the entries of those documents that are to be found */
        List<Entry> read(Collection<Long> ids);

        /** @return how many documents there are */
        long count();
    }

    /** A building under way. */
    public record Building(Instant since, long done, long total) {
    }

    /** How the last building ended; the failure is null after success. */
    public record Built(Instant at, Duration took, long documents, String failure) {
    }

    /**
     * How the index is.
     *
     * @param complete whether it holds all documents; else results may be missing until it is built
     * @param bytes on disk
     */
    public record Status(boolean complete, long documents, long bytes, Building building, Built built) {
    }

    public IndexShelf(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Opens what is there; where that is nothing, damaged or of another format, an empty index answers until one is built. */
    public void open() {
        try {
            Files.createDirectories(root);
            Path marked = marked();
            sweep(marked);
            if (marked != null) {
                try {
                    active = ContributionIndex.open(marked);
                    activeFolder = marked;
                    complete = true;
                    return;
                } catch (RuntimeException unusable) {
                    LOG.log(Level.WARNING, "The search index is damaged and will be built anew.", unusable);
                    Files.deleteIfExists(root.resolve(MARKER));
                    sweep(null);
                }
            }
            activeFolder = fresh();
            active = ContributionIndex.open(activeFolder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @return whether an index must be built for all documents to be found */
    public boolean needsBuilding() {
        return !complete || damaged;
    }

    /** @return false while hits may be missing */
    public boolean isComplete() {
        return complete;
    }

    /** Reads the whole index once. Afterwards it is in memory, and {@link #needsBuilding} knows whether it is sound. */
    public void verify() {
        try {
            use(index -> {
                index.verify();
                return null;
            });
        } catch (UncheckedIOException | SearchException unsound) {
            LOG.log(Level.WARNING, "The search index is damaged and will be built anew.", unsound);
            damaged = true;
        }
    }

    /** Asks the present index. One that can't be read is built anew by whoever asks {@link #needsBuilding}. */
    public <T> T use(Function<ContributionIndex, T> question) {
        asking.readLock().lock();
        try {
            return question.apply(active);
        } catch (UncheckedIOException | SearchException unreadable) {
            damaged = true;
            throw unreadable;
        } finally {
            asking.readLock().unlock();
        }
    }

    /** Brings these documents up to date; returns when that is on disk and can be found. */
    public void follow(Collection<Long> ids, Source source) {
        // reading and writing under one lock, so that a building can't put an older state over a newer one
        synchronized (writing) {
            List<Entry> entries = source.read(ids);
            List<Long> gone = new ArrayList<>(ids);
            entries.forEach(entry -> gone.remove(entry.getId()));
            active.write(entries, gone);
            active.commit();
            if (next != null) {
                next.write(entries, gone);
            }
        }
    }

    /**
     * Builds the index anew while the present one answers.
     *
     * @return whether it did; false when a building is under way already
     */
    public boolean build(Source source) {
        synchronized (writing) {
            if (building != null) {
                return false;
            }
            building = new Building(clock.instant(), 0, 0);
        }
        Instant start = building.since();
        Path folder = fresh();
        try {
            ContributionIndex fresh = ContributionIndex.open(folder);
            synchronized (writing) {
                next = fresh;
            }
            long documents = fill(fresh, source);
            fresh.merge();
            takeOver(folder);
            built = new Built(clock.instant(), Duration.between(start, clock.instant()), documents, null);
            LOG.info(() -> "The search index was built anew with " + documents + " documents.");
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "The search index could not be built; it will be tried again.", failure);
            built = new Built(clock.instant(), Duration.between(start, clock.instant()), 0, String.valueOf(failure.getMessage()));
            giveUp(folder);
        } finally {
            building = null;
        }
        return true;
    }

    public Status status() {
        return use(index -> new Status(complete, index.count(), index.size(), building, built));
    }

    @Override
    public void close() {
        asking.writeLock().lock();
        try {
            synchronized (writing) {
                if (next != null) {
                    next.close();
                }
                if (active != null) {
                    active.close();
                }
            }
        } finally {
            asking.writeLock().unlock();
        }
    }

    private long fill(ContributionIndex fresh, Source source) {
        long total = source.count();
        long done = 0;
        long last = 0;
        while (true) {
            synchronized (writing) {
                List<Long> ids = source.idsAfter(last, BATCH);
                if (ids.isEmpty()) {
                    return done;
                }
                fresh.write(source.read(ids), List.of());
                last = ids.get(ids.size() - 1);
                done += ids.size();
            }
            building = new Building(building.since(), done, Math.max(total, done));
        }
    }

    private void takeOver(Path folder) {
        synchronized (writing) {
            next.commit();
            mark(folder);
            ContributionIndex old = active;
            Path oldFolder = activeFolder;
            asking.writeLock().lock();
            try {
                active = next;
                activeFolder = folder;
                complete = true;
                damaged = false;
            } finally {
                asking.writeLock().unlock();
            }
            next = null;
            old.close();
            delete(oldFolder);
        }
    }

    private void giveUp(Path folder) {
        synchronized (writing) {
            if (next != null) {
                try {
                    next.close();
                } catch (RuntimeException alreadyBroken) {
                    LOG.log(Level.FINE, "closing a broken index", alreadyBroken);
                }
                next = null;
            }
            delete(folder);
        }
    }

    private Path fresh() {
        return root.resolve("f" + ContributionIndex.FORMAT + "-" + clock.instant().toEpochMilli() + "-" + Long.toString(System.nanoTime(), 36));
    }

    private Path marked() throws IOException {
        try {
            String name = Files.readString(root.resolve(MARKER)).strip();
            Path folder = root.resolve(name);
            return name.startsWith("f" + ContributionIndex.FORMAT + "-") && Files.isDirectory(folder) ? folder : null;
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    private void mark(Path folder) {
        try {
            Path written = Files.writeString(root.resolve(MARKER + ".new"), folder.getFileName().toString());
            Files.move(written, root.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Throws away what an earlier run left half done. */
    private void sweep(Path kept) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            folders.filter(Files::isDirectory).filter(folder -> !folder.equals(kept)).forEach(IndexShelf::delete);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException kept) {
            LOG.log(Level.WARNING, "An old search index could not be deleted: " + folder, kept);
        }
    }
}

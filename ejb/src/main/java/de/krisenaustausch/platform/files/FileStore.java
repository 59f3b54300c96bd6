package de.krisenaustausch.platform.files;

import de.krisenaustausch.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps files by their content. A port, since a data centre may want object storage in place of a folder.
 */
public interface FileStore {

    /**
     * Takes a stream in, hashing while it writes; on return the bytes are on disk (fsync), under a temporary name.
     *
     * @param maxBytes the largest size that is taken
     * @throws TooLargeException when the stream is longer; nothing is left behind
     * @throws IOException when the stream breaks or the disk is full; nothing is left behind
     */
    Staged stage(InputStream in, long maxBytes) throws IOException;

    /** Gives a staged file its place for good; the same content is kept once. */
    void keep(Staged staged) throws IOException;

    /** Throws a staged file away; does nothing when it was kept. */
    void discard(Staged staged);

    /** @return the file's path, for reading only */
    Path path(Sha256 sha256);

    /** @return the folder for what was made from the file (previews); it exists */
    Path derived(Sha256 sha256) throws IOException;

    /**
     * Removes a file and what was made from it; does nothing when it is not there, or came in (again) after that moment.
     */
    void removeOlderThan(Sha256 sha256, Instant moment) throws IOException;

    /** Walks over all files that came in before that moment, in batches of that size. */
    void forEachOlderThan(Instant moment, int batch, Consumer<List<Sha256>> visitor) throws IOException;

    /**
     * A file on its way in.
     *
     * @param size bytes
     */
    record Staged(Path path, long size, Sha256 sha256) {
    }

    /** The stream is longer than allowed. */
    class TooLargeException extends IOException {
        public TooLargeException(long maxBytes) {
            super("longer than " + maxBytes + " bytes");
        }
    }
}

package de.krisenaustausch.document.service;

import de.krisenaustausch.document.Document;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.Upload;
import de.krisenaustausch.document.UploadRepository;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The short transactions of the {@link Sweeper}. */
@Stateless
@PermitAll
public class SweepDesk {

    private static final int BATCH = 100;
    /** A file is kept before its row is committed, so only what is older than any upload can be given up. */
    private static final Duration FILE_AGE = Duration.ofHours(25);

    @Inject
    private DocumentRepository documents;

    @Inject
    private UploadRepository uploads;

    @Inject
    private FileStore files;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Removes documents for good whose time in the bin is over. @return whether there may be more */
    public boolean purgeBin() {
        List<Long> over = documents.deletedBefore(clock.instant().minus(Document.BIN), BATCH);
        over.forEach(id -> {
            documents.purge(id);
            events.publish(Queues.INDEX, new ContributionChanged(id));
        });
        return over.size() == BATCH;
    }

    /** Forgets files that came in and were not shared within a day. @return whether there may be more */
    public boolean forgetUploads() {
        List<Upload> old = uploads.olderThan(clock.instant().minus(Upload.LIFE), BATCH);
        old.forEach(uploads::remove);
        return old.size() == BATCH;
    }

    /** Removes the bytes that no version and no waiting upload needs. */
    public void removeUnneededFiles() {
        Instant before = clock.instant().minus(FILE_AGE);
        try {
            files.forEachOlderThan(before, BATCH, batch -> {
                Set<Sha256> needed = documents.neededFiles(batch);
                batch.stream().filter(file -> !needed.contains(file)).forEach(file -> removeOld(file, before));
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void removeOld(Sha256 file, Instant before) {
        try {
            files.removeOlderThan(file, before);
        } catch (IOException locked) {
            throw new UncheckedIOException(locked);
        }
    }
}

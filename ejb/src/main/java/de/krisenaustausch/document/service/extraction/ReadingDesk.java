package de.krisenaustausch.document.service.extraction;

import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.document.Passage;
import de.krisenaustausch.document.service.VersionReleased;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** The short transactions around the reading of a file, which may take a minute. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReadingDesk {

    @Inject
    private DocumentRepository documents;

    @Inject
    private Events events;

    /** Which file is to be read, and what it is. */
    public record Order(Sha256 sha256, String mediaType) {
    }

    /** @throws IllegalStateException when the row is not visible yet: the message can be faster */
    public Order open(long versionId) {
        DocumentVersion version = version(versionId);
        return new Order(version.getSha256(), version.getMediaType());
    }

    /** Keeps the text in place of what was read before; the index hears of it in the same transaction. */
    public void keep(VersionReleased released, Reading reading) {
        DocumentVersion version = version(released.versionId());
        documents.clearPassages(released.versionId());
        reading.pages().forEach(page -> documents.add(new Passage(version, page.number(), page.text())));
        version.read(reading.state(), reading.pages().size(), version.getPreviewCount(), reading.real());
        events.publish(Queues.INDEX, new ContributionChanged(released.documentId()));
    }

    /** Notes how many pictures lie in the store. */
    public void illustrate(long versionId, int previews) {
        DocumentVersion version = version(versionId);
        version.read(version.getTextState(), version.getPageCount(), previews, version.isRealPages());
    }

    private DocumentVersion version(long id) {
        return documents.findVersion(id).orElseThrow(() -> new IllegalStateException("Version " + id + " is not there (yet)."));
    }
}

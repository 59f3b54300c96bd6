package de.krisenaustausch.document.service;

import de.krisenaustausch.document.CheckState;
import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.document.DocumentVersion;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.platform.scanner.Scanner;
import de.krisenaustausch.platform.scanner.ScannerUnavailableException;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Has a new version checked for malware. Only a released one is read, found and given out, and followers hear of a document when
 * a version of it is released for the first time. Told twice, it does nothing the second time; a scanner that does not answer is
 * asked again, with growing gaps, and the file stays held back meanwhile.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.DOCUMENT),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")})
@PermitAll
public class DocumentConsumer implements MessageListener {

    @Inject
    private DocumentRepository documents;

    @Inject
    private FileStore files;

    @Inject
    private Scanner scanner;

    @Inject
    private Events events;

    /**
     * @throws IllegalStateException when the row is not visible yet: the message can be faster
     * @throws ScannerUnavailableException when the scanner gives no verdict
     */
    @Override
    public void onMessage(Message message) {
        VersionAdded added = Events.read(message, VersionAdded.class);
        DocumentVersion version = documents.findVersion(added.versionId())
            .orElseThrow(() -> new IllegalStateException("Version " + added.versionId() + " is not there (yet)."));
        if (version.getCheckState() != CheckState.PENDING) {
            return;
        }
        version.checked(state(scanner.scan(files.path(version.getSha256()))));
        if (version.getCheckState().isReleased()) {
            events.publish(Queues.EXTRACT, new VersionReleased(added.documentId(), added.versionId()));
            events.publish(Queues.INDEX, new ContributionChanged(added.documentId()));
            if (isFirst(added)) {
                events.publish(Queues.FANOUT, new DocumentShared(added.documentId()));
            }
        }
    }

    /** An infected first version was never announced; the clean one that follows is what followers hear of. */
    private boolean isFirst(VersionAdded added) {
        return documents.versions(added.documentId()).stream()
            .noneMatch(other -> other.getId() != added.versionId() && other.getCheckState().isReleased());
    }

    private static CheckState state(Scanner.Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> CheckState.CLEAN;
            case INFECTED -> CheckState.INFECTED;
            case UNCHECKED -> CheckState.UNCHECKED;
        };
    }
}

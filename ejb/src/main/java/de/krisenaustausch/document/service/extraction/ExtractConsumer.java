package de.krisenaustausch.document.service.extraction;

import de.krisenaustausch.document.service.VersionReleased;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Has a released version read: its text first, so that it is found soon, then pictures of its first pages. What is read
 * is kept in short transactions of its own; told again, it reads again and leaves one text.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.EXTRACT),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")})
@PermitAll
public class ExtractConsumer implements MessageListener {

    @Inject
    private ReadingDesk desk;

    @Inject
    private Extractor extractor;

    @Inject
    private FileStore files;

    @Override
    public void onMessage(Message message) {
        VersionReleased released = Events.read(message, VersionReleased.class);
        ReadingDesk.Order order = desk.open(released.versionId());
        Path file = files.path(order.sha256());
        desk.keep(released, extractor.read(file, order.mediaType()));
        try {
            desk.illustrate(released.versionId(), extractor.draw(file, order.mediaType(), files.derived(order.sha256())));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}

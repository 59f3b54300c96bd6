package de.krisenaustausch.document.service.extraction;

import de.krisenaustausch.document.TextState;
import de.krisenaustausch.document.service.VersionReleased;
import de.krisenaustausch.platform.files.FileStore;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has a released version read: its text first, so that it is found soon, then pictures of its first pages. What is read
 * is kept in short transactions of its own; told again, it reads again and leaves one text. When that keeps failing, the
 * version is given up, so that nobody waits for it for ever.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.EXTRACT),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class ExtractConsumer implements MessageListener {

    private static final Logger LOG = Logger.getLogger(ExtractConsumer.class.getName());
    /** Deliveries after which a file that brings the extractor down is not tried again. */
    private static final int READINGS = 5;
    /** The queue's last delivery (30-messaging.cli): what could not be kept until now never will be. */
    private static final int LAST = 20;

    @Inject
    private ReadingDesk desk;

    @Inject
    private Extractor extractor;

    @Inject
    private FileStore files;

    @Override
    public void onMessage(Message message) {
        VersionReleased released = Events.read(message, VersionReleased.class);
        int delivery = deliveries(message);
        if (delivery >= LAST) {
            LOG.log(Level.WARNING, "The text of version {0} could not be kept; it is given up.", Long.toString(released.versionId()));
            desk.keep(released, Reading.without(TextState.GIVEN_UP));
            return;
        }
        ReadingDesk.Order order = desk.open(released.versionId());
        Path file = files.path(order.sha256());
        desk.keep(released, read(file, order.mediaType(), delivery));
        try {
            desk.illustrate(released.versionId(), extractor.draw(file, order.mediaType(), files.derived(order.sha256())));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Reading read(Path file, String mediaType, int delivery) {
        try {
            return extractor.read(file, mediaType);
        } catch (IllegalStateException | UncheckedIOException failed) {
            if (delivery < READINGS) {
                throw failed;
            }
            LOG.log(Level.WARNING, failed, () -> file.getFileName() + " could not be read " + READINGS + " times; it is given up.");
            return Reading.without(TextState.GIVEN_UP);
        }
    }

    private static int deliveries(Message message) {
        try {
            return message.getIntProperty("JMSXDeliveryCount");
        } catch (JMSException unreadable) {
            throw new JMSRuntimeException(unreadable.getMessage(), unreadable.getErrorCode(), unreadable);
        }
    }
}

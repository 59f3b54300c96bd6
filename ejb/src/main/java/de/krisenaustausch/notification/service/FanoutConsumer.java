package de.krisenaustausch.notification.service;

import de.krisenaustausch.document.service.DocumentShared;
import de.krisenaustausch.notification.Announcement;
import de.krisenaustausch.notification.DeliveryRepository;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds out who wants to hear of a document that was shared: one row for each, and a message for each batch of rows,
 * committed together with the event's receipt. Told twice, it writes nothing twice.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.FANOUT),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")})
@PermitAll
public class FanoutConsumer implements MessageListener {

    private static final Logger LOG = Logger.getLogger(FanoutConsumer.class.getName());

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private MailQueue queue;

    @Inject
    private Clock clock;

    @Override
    public void onMessage(Message message) {
        long documentId = Events.read(message, DocumentShared.class).documentId();
        Optional<Announcement> announcement = deliveries.announcement(documentId);
        if (announcement.isEmpty()) {
            LOG.log(Level.INFO, "Document {0} was deleted before anybody was told of it.", Long.toString(documentId));
            return;
        }
        if (!deliveries.isReleased(documentId)) {
            // the message can be faster than the row that it was committed with
            throw new IllegalStateException("Document " + documentId + " is not released (yet).");
        }
        String event = Occasion.documentShared(documentId);
        int mails = deliveries.fanOut(event, announcement.get(), clock.instant());
        queue.wake(event, mails);
        LOG.log(Level.INFO, "{0}: {1} mails queued.", new Object[] {event, mails});
    }
}

package de.krisenaustausch.notification.service;

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
 * Finds out who is to hear of what happened: one row for each, and a message for each batch of rows,
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
        Optional<String> event = Occasion.of(message);
        if (event.isEmpty()) {
            // trying again would not teach it
            LOG.log(Level.WARNING, "Nobody is told of the event {0}: the post does not know its kind.", Events.name(message));
            return;
        }
        Announcement announcement = deliveries.announcement(event.get()).filter(found -> found.state() != Announcement.State.EARLY)
            // the message can be faster than the row that it was committed with
            .orElseThrow(() -> new IllegalStateException(event.get() + " is not there, or not released (yet)."));
        if (announcement.state() == Announcement.State.PAST) {
            LOG.log(Level.INFO, "{0}: gone before anybody was told of it.", event.get());
            return;
        }
        int mails = deliveries.fanOut(announcement, clock.instant());
        queue.wake(event.get(), mails);
        LOG.log(Level.INFO, "{0}: {1} mails queued.", new Object[] {event.get(), mails});
    }
}

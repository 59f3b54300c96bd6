package de.krisenaustausch.notification.service;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.List;

/**
 * Sends a batch of mails over one connection. No transaction spans it, since a mail that left can't be rolled back:
 * the desk's claims and marks are committed one by one, and the message is only the call to begin.
 */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = Queues.MAIL),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class MailConsumer implements MessageListener {

    @Resource(lookup = "java:/mail/krisenaustausch")
    private Session session;

    @Inject
    private DeliveryDesk desk;

    @Inject
    private UnsubscribeLinks links;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @Override
    public void onMessage(Message message) {
        String event = Events.read(message, MailsQueued.class).event();
        Batch batch = desk.claim(event);
        if (!batch.known()) {
            // the message can be faster than the rows that it was committed with
            throw new IllegalStateException(event + " has no mails (yet).");
        }
        if (!batch.addressees().isEmpty()) {
            DocumentLetters letters = new DocumentLetters(batch.announcement(), configuration.publicUrl(), links.tokens());
            new Postman(session, configuration.mailFrom(), configuration.smtpCredentials().orElse(null), clock)
                .deliver(batch.addressees().stream().map(letters::to).iterator(), batch.until(), new DeskLedger(desk));
        }
    }

    /** Hands on to the desk, call by call. */
    private record DeskLedger(DeliveryDesk desk) implements Ledger {

        @Override
        public void sent(long deliveryId) {
            desk.sent(deliveryId);
        }

        @Override
        public void refused(long deliveryId, String reason) {
            desk.refused(deliveryId, reason);
        }

        @Override
        public void postponed(List<Long> deliveryIds, String reason) {
            desk.postponed(deliveryIds, reason);
        }

        @Override
        public void released(List<Long> deliveryIds) {
            desk.released(deliveryIds);
        }
    }
}

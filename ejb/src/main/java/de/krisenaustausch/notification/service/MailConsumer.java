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
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

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
    private SingleDesk singles;

    @Inject
    private UnsubscribeLinks links;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    @Override
    public void onMessage(Message message) {
        String event = Events.read(message, MailsQueued.class).event();
        OptionalLong single = Occasion.single(event);
        if (single.isPresent()) {
            sendSingles(single.getAsLong(), event);
            return;
        }
        Batch batch = desk.claim(event);
        if (!batch.known()) {
            // the message can be faster than the rows that it was committed with
            throw new IllegalStateException(event + " has no mails (yet).");
        }
        if (!batch.addressees().isEmpty()) {
            AnnouncementLetters letters = new AnnouncementLetters(batch.announcement(), configuration.publicUrl(), links.tokens());
            postman().deliver(batch.addressees().stream().map(letters::to).iterator(), batch.until(), new DeskLedger(desk));
        }
    }

    private void sendSingles(long id, String event) {
        SingleDesk.Claimed claimed = singles.claim(id).orElseThrow(() -> new IllegalStateException(event + " is not there (yet)."));
        if (!claimed.mails().isEmpty()) {
            URI portal = configuration.publicUrl();
            postman().deliver(claimed.mails().stream().map(mail -> NoteLetters.of(mail, portal)).iterator(), claimed.until(), new SingleLedger(singles));
        }
    }

    private Postman postman() {
        return new Postman(session, configuration.mailFrom(), configuration.intake().map(Configuration.Intake::address).orElse(null), configuration.smtpCredentials().orElse(null), clock);
    }

    /** Hands on to the desk for single letters. */
    private record SingleLedger(SingleDesk desk) implements Ledger {

        @Override
        public void sent(long id) {
            desk.sent(id);
        }

        @Override
        public void refused(long id, String reason) {
            desk.refused(id, reason);
        }

        @Override
        public void postponed(List<Long> ids, String reason) {
            desk.postponed(ids, reason);
        }

        @Override
        public void released(List<Long> ids) {
            desk.released(ids);
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

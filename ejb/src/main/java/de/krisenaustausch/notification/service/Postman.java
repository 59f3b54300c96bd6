package de.krisenaustausch.notification.service;

import de.krisenaustausch.platform.Configuration;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Carries letters to the mail server over one connection, and notes each in the ledger before taking up the next. A
 * server that refuses one recipient for good loses that letter only; one that can't be reached postpones all that is
 * left.
 */
final class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class.getName());
    /** Before the claim ends the postman stops, so that nobody else carries the same letter. */
    private static final Duration MARGIN = Duration.ofSeconds(45);
    private static final String PATIENCE = "15000";

    private final Session session;
    private final String from;
    private final String replyTo;
    private final Clock clock;
    private final String user;
    private final String password;
    private Transport transport;

    /**
     * @param from the portal's own address
     * @param replyTo the mailbox that reads answers to letters, or null
     * @param account null when the server wants none
     */
    Postman(Session session, String from, String replyTo, Configuration.Credentials account, Clock clock) {
        this.session = session;
        this.from = from;
        this.replyTo = replyTo;
        this.user = account == null ? null : account.user();
        this.password = account == null ? null : account.password();
        this.clock = clock;
        // a server that accepts and then says nothing must not hold a consumer for ever, which is the library's default
        for (String step : List.of("connectiontimeout", "timeout", "writetimeout")) {
            session.getProperties().putIfAbsent("mail.smtp." + step, PATIENCE);
        }
    }

    /** @param until when the claim on these letters ends */
    void deliver(Iterator<Letter> letters, Instant until, Ledger ledger) {
        try {
            while (letters.hasNext()) {
                if (clock.instant().plus(MARGIN).isAfter(until)) {
                    ledger.released(rest(letters));
                    return;
                }
                Letter letter = letters.next();
                try {
                    connect();
                } catch (MessagingException down) {
                    List<Long> left = new ArrayList<>(List.of(letter.deliveryId()));
                    left.addAll(rest(letters));
                    LOG.log(Level.WARNING, "The mail server can''t be reached, {0} mails wait: {1}", new Object[] {left.size(), reason(down)});
                    ledger.postponed(left, reason(down));
                    return;
                }
                carry(letter, ledger);
            }
        } finally {
            disconnect();
        }
    }

    private void carry(Letter letter, Ledger ledger) {
        try {
            PortalMessage message = new PortalMessage(session, from, replyTo, letter);
            transport.sendMessage(message, new Address[] {message.recipient()});
        } catch (UndeliverableException unfit) {
            ledger.refused(letter.deliveryId(), reason(unfit));
            return;
        } catch (SendFailedException refused) {
            note(letter, refused, ledger);
            if (!transport.isConnected()) {
                disconnect();
            }
            return;
        } catch (MessagingException lost) {
            // whether it was taken nobody knows; if it was, the second one has the same Message-ID
            disconnect();
            ledger.postponed(List.of(letter.deliveryId()), reason(lost));
            return;
        }
        ledger.sent(letter.deliveryId());
    }

    /** The server answers 5xx to an address that it will never take; everything else may be better later. */
    private static void note(Letter letter, SendFailedException refused, Ledger ledger) {
        Address[] invalid = refused.getInvalidAddresses();
        if (invalid != null && invalid.length > 0) {
            ledger.refused(letter.deliveryId(), reason(refused));
        } else {
            ledger.postponed(List.of(letter.deliveryId()), reason(refused));
        }
    }

    private void connect() throws MessagingException {
        if (transport == null) {
            Transport fresh = session.getTransport("smtp");
            fresh.connect(user, password);
            transport = fresh;
        }
    }

    private void disconnect() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException gone) {
                LOG.log(Level.FINE, "closing a connection that was lost", gone);
            }
            transport = null;
        }
    }

    private static List<Long> rest(Iterator<Letter> letters) {
        List<Long> left = new ArrayList<>();
        letters.forEachRemaining(letter -> left.add(letter.deliveryId()));
        return left;
    }

    /** The innermost failure speaks for the server; the others only wrap it. */
    private static String reason(Exception failure) {
        Throwable innermost = failure;
        while (innermost instanceof MessagingException wrapped && wrapped.getNextException() != null) {
            innermost = wrapped.getNextException();
        }
        String said = MailLine.of(innermost.getMessage());
        return said.isEmpty() ? innermost.getClass().getSimpleName() : said;
    }
}

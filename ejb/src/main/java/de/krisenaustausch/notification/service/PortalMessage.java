package de.krisenaustausch.notification.service;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A letter as a message: text and HTML, to be answered by nobody and by no machine (RFC 3834), and to be ended by one
 * click (RFC 8058).
 */
final class PortalMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String SENDER = "Kommunaler Krisenaustausch";

    private final String messageId;

    /** @throws UndeliverableException when the letter's address is none */
    PortalMessage(Session session, String from, Letter letter) throws MessagingException, UndeliverableException {
        super(session);
        messageId = letter.messageId();
        setRecipient(Message.RecipientType.TO, recipient(letter));
        try {
            setFrom(new InternetAddress(from, SENDER, UTF_8));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java has UTF-8", impossible);
        }
        setSubject(letter.subject(), UTF_8);
        setSentDate(new Date());
        setHeader("List-Id", "<" + letter.listId() + ">");
        setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
        setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Precedence", "bulk");
        // Exchange, as many town halls have it, listens to this and not to RFC 3834
        setHeader("X-Auto-Response-Suppress", "All");
        setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        saveChanges();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static InternetAddress recipient(Letter letter) throws UndeliverableException {
        try {
            int at = letter.email().lastIndexOf('@');
            InternetAddress address = new InternetAddress(letter.email().substring(0, at + 1) + IDN.toASCII(letter.email().substring(at + 1)), true);
            address.setPersonal(letter.name().isEmpty() ? null : letter.name(), UTF_8);
            return address;
        } catch (MessagingException | IllegalArgumentException noAddress) {
            throw new UndeliverableException("no e-mail address: " + MailLine.of(letter.email()), noAddress);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java has UTF-8", impossible);
        }
    }
}

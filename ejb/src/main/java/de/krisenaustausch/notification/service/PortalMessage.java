package de.krisenaustausch.notification.service;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A letter as a message: text and HTML, to be answered by no machine (RFC 3834), and, where it follows from a
 * subscription, to be ended by one click (RFC 8058). It brings its body as the bytes that go out, which {@link MimeMessage} sends as they are.
 */
final class PortalMessage extends MimeMessage {

    private static final String SENDER = "Kommunaler Krisenaustausch";
    /** Quoted-printable text never holds "=_", so this never stands in a part. */
    private static final String BOUNDARY = "=_krisenaustausch";
    private static final int BODY = 16 * 1024;

    private final InternetAddress recipient;
    private final String subject;

    /**
     * @param replyTo the mailbox that reads answers, or null
     * @throws UndeliverableException when the letter's address is none
     */
    PortalMessage(Session session, String from, String replyTo, Letter letter) throws MessagingException, UndeliverableException {
        super(session);
        recipient = recipient(letter);
        subject = letter.subject();
        setSentDate(new Date());
        setHeader("From", MimeText.phrase(SENDER) + " <" + from + ">");
        setHeader("To", letter.name().isEmpty() ? recipient.getAddress() : MimeText.phrase(letter.name()) + " <" + recipient.getAddress() + ">");
        setHeader("Subject", MimeText.header(subject));
        setHeader("Message-ID", letter.messageId());
        if (letter.listId() != null) {
            setHeader("List-Id", "<" + letter.listId() + ">");
            setHeader("Precedence", "bulk");
        }
        if (letter.unsubscribe() != null) {
            setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        // letters to one person are a conversation; those about a space are not
        if (replyTo != null && letter.listId() == null) {
            setHeader("Reply-To", replyTo);
        }
        if (letter.inReplyTo() != null) {
            setHeader("In-Reply-To", letter.inReplyTo());
            setHeader("References", letter.inReplyTo());
        }
        setHeader("Auto-Submitted", letter.inReplyTo() == null ? "auto-generated" : "auto-replied");
        // Exchange, as many town halls have it, listens to this and not to RFC 3834
        setHeader("X-Auto-Response-Suppress", "All");
        setHeader("MIME-Version", "1.0");
        setHeader("Content-Type", "multipart/alternative; boundary=\"" + BOUNDARY + "\"");
        content = body(letter);
        modified = false;
        saved = true;
    }

    /** @return the one to whom the mail server is to bring it */
    InternetAddress recipient() {
        return recipient;
    }

    /** The library asks for it with every mail, and would decode it. */
    @Override
    public String getSubject() {
        return subject;
    }

    private static byte[] body(Letter letter) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BODY);
        part("plain", letter.text(), body);
        part("html", letter.html(), body);
        write("--" + BOUNDARY + "--\r\n", body);
        return body.toByteArray();
    }

    private static void part(String subtype, String text, ByteArrayOutputStream body) {
        write("--" + BOUNDARY + "\r\nContent-Type: text/" + subtype + "; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", body);
        MimeText.quotedPrintable(text, body);
        write("\r\n", body);
    }

    private static void write(String ascii, ByteArrayOutputStream body) {
        body.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static InternetAddress recipient(Letter letter) throws UndeliverableException {
        try {
            int at = letter.email().lastIndexOf('@');
            return new InternetAddress(letter.email().substring(0, at + 1) + IDN.toASCII(letter.email().substring(at + 1)), true);
        } catch (MessagingException | IllegalArgumentException noAddress) {
            throw new UndeliverableException("no e-mail address: " + MailLine.of(letter.email()), noAddress);
        }
    }
}

package de.krisenaustausch.registration;

import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.TestStack;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Somebody in a town hall with a mail program and an address of her own. */
record Clerk(String email) {

    private static final String MAILBOX = "zugang@krisenaustausch.example";

    /** @return somebody new at that domain */
    static Clerk at(String domain) {
        return new Clerk("k" + Scene.unique() + "@" + domain);
    }

    /** Sends a mail of plain text. @return its Message-ID */
    String write(String subject, String text, String... headers) {
        String id = "<" + Scene.unique() + "@" + email.substring(email.indexOf('@') + 1) + ">";
        StringBuilder more = new StringBuilder();
        for (String header : headers) {
            more.append(header).append("\r\n");
        }
        send("From: " + email + "\r\nTo: " + MAILBOX + "\r\nSubject: " + subject + "\r\nMessage-ID: " + id + "\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n" + more + "\r\n" + text);
        return id;
    }

    /** Answers a mail of the portal. */
    String answer(Mail mail, String text) {
        return write("AW: " + mail.subject().replaceAll("[^ -~]", "?"), text, "In-Reply-To: " + mail.header("Message-ID"));
    }

    /** @param source the whole mail, as it goes over the line */
    void send(String source) {
        try {
            Properties properties = new Properties();
            properties.put("mail.smtp.host", "127.0.0.1");
            properties.put("mail.smtp.port", String.valueOf(TestStack.get().ports().smtp()));
            properties.put("mail.smtp.from", email);
            Session session = Session.getInstance(properties);
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(message, InternetAddress.parse(MAILBOX));
            }
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Waits until the portal has handled a mail. @return what became of it */
    static String outcome(String messageId) {
        Await.until("the mail " + messageId + " is handled", () -> !Database.column("select 1 from intake_mail where message_id = ?", messageId).isEmpty());
        return Database.column("select outcome from intake_mail where message_id = ?", messageId).get(0);
    }

    /** Waits for so many mails of the portal to her. @return them, the first first */
    List<Mail> mails(int number) {
        Await.until(number + " mails to " + email, () -> Mail.to(email, "").size() >= number);
        return Mail.to(email, "");
    }

    /** The domain is the municipality's, and who writes from there comes in at once. */
    static void trust(String municipality, String domain) {
        Database.change("insert into mail_domain (id, version, domain, municipality_id) select nextval('ka_seq'), 1, ?, id from municipality where name = ? on conflict do nothing",
            domain, municipality);
        Database.change("insert into admission_rule (id, version, municipality_id, at_once) select nextval('ka_seq'), 1, id, true from municipality where name = ? on conflict do nothing",
            municipality);
    }
}

package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.krisenaustausch.platform.Configuration;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends to a real mail server. */
class PostmanTest {

    private static final Instant NOW = Instant.parse("2020-03-25T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(120);

    private final Notes notes = new Notes();
    private GreenMail server;
    private int port;
    private Configuration.Credentials account;

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTextAndHtmlWithAllThatMachinesAskFor() throws Exception {
        deliver(letter(1, "erika@example.org"));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("[Coronavirus] Übergrößen");
        assertThat(mail.getFrom()[0]).hasToString("Kommunaler Krisenaustausch <portal@krise.example.de>");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<document-1.1@krise.example.de>");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://krise.example.de/abbestellen/1-ab>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Id")).containsExactly("<coronavirus.krise.example.de>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Precedence")).containsExactly("bulk");
        assertThat(mail.getHeader("Reply-To")).isNull();
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).asString().isEqualToIgnoringNewLines("Grüße");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(notes.sent).containsExactly(1L);
    }

    @Test
    void signsInWhereTheServerWantsIt() {
        server.getUserManager().setAuthRequired(true);
        server.setUser("portal", "geheim");
        account = new Configuration.Credentials("portal", "falsch");
        deliver(letter(1, "a@example.org"));
        assertThat(notes.postponed).containsExactly(1L);

        account = new Configuration.Credentials("portal", "geheim");
        deliver(letter(1, "a@example.org"));
        assertThat(notes.sent).containsExactly(1L);
    }

    @Test
    void letsNoLineBreakAddAHeader() throws Exception {
        Letter evil = new Letter(1, "<a@b>", "erika@example.org", MailLine.of("Erika\r\nBcc: x@example.org"),
            MailLine.of("Titel\r\nBcc: y@example.org"), "t", "h", "https://krise.example.de/a", "l");
        deliver(evil);

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()[0].getRecipients(Message.RecipientType.TO)).hasSize(1);
    }

    @Test
    void refusesAnAddressThatIsNoneAndSendsTheRest() {
        deliver(letter(1, "a@example.org\r\nRCPT TO:<x@example.org>"), letter(2, "keine-adresse"), letter(3, "b@example.org"));

        assertThat(notes.refused).containsExactly(1L, 2L);
        assertThat(notes.sent).containsExactly(3L);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void losesOnlyTheRecipientWhomTheServerRefuses() {
        try (ScriptedServer picky = new ScriptedServer("RCPT TO:<a@example.org>", "550 5.1.1 no such user")) {
            port = picky.port();
            deliver(letter(1, "a@example.org"), letter(2, "b@example.org"));
        }

        assertThat(notes.refused).containsExactly(1L);
        assertThat(notes.reason).contains("550 5.1.1 no such user");
        assertThat(notes.sent).containsExactly(2L);
    }

    @Test
    void postponesTheRecipientWhomTheServerPutsOff() {
        try (ScriptedServer busy = new ScriptedServer("RCPT TO:<a@example.org>", "451 4.7.1 greylisted")) {
            port = busy.port();
            deliver(letter(1, "a@example.org"), letter(2, "b@example.org"));
        }

        assertThat(notes.postponed).containsExactly(1L);
        assertThat(notes.sent).containsExactly(2L);
    }

    @Test
    void postponesAllWhileTheServerIsDownAndSendsThemOnceAfterwards() {
        server.stop();
        deliver(letter(1, "a@example.org"), letter(2, "b@example.org"));
        assertThat(notes.postponed).containsExactly(1L, 2L);
        assertThat(notes.sent).isEmpty();

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        deliver(letter(1, "a@example.org"), letter(2, "b@example.org"));
        assertThat(notes.sent).containsExactly(1L, 2L);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void goesOnOverANewConnectionWhenOneIsLost() {
        try (ScriptedServer moody = new ScriptedServer("RCPT TO:<a@example.org>", null)) {
            port = moody.port();
            deliver(letter(1, "a@example.org"), letter(2, "b@example.org"));
        }

        assertThat(notes.postponed).containsExactly(1L);
        assertThat(notes.sent).containsExactly(2L);
    }

    @Test
    void givesBackWhatItHasNoTimeFor() {
        new Postman(session(), "portal@krise.example.de", null, account, Clock.fixed(LATER, ZoneOffset.UTC))
            .deliver(Stream.of(letter(1, "a@example.org"), letter(2, "b@example.org")).iterator(), LATER, notes);

        assertThat(notes.released).containsExactly(1L, 2L);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void offersNoEndWhereNothingIsFollowed() throws Exception {
        Letter letter = letter(1, "a@example.org");
        deliver(new Letter(1, letter.messageId(), letter.email(), letter.name(), letter.subject(), letter.text(), letter.html(), null, letter.listId()));

        assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe")).isNull();
        assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe-Post")).isNull();
        assertThat(server.getReceivedMessages()[0].getHeader("List-Id")).containsExactly("<coronavirus.krise.example.de>");
    }

    @Test
    void readsAsTextInOldMailPrograms() {
        deliver(letter(1, "a@example.org"));

        assertThat(GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]).lines()).allMatch(line -> line.length() <= 998);
    }

    private void deliver(Letter... letters) {
        new Postman(session(), "portal@krise.example.de", null, account, Clock.fixed(NOW, ZoneOffset.UTC)).deliver(List.of(letters).iterator(), LATER, notes);
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        return Session.getInstance(properties);
    }

    private static Letter letter(long id, String email) {
        return new Letter(id, "<document-1." + id + "@krise.example.de>", email, "Erika Müller", "[Coronavirus] Übergrößen", "Grüße\n",
            "<p>Grüße</p>" + "x".repeat(2000), "https://krise.example.de/abbestellen/1-ab", "coronavirus.krise.example.de");
    }

    /** Keeps what the postman noted. */
    private static final class Notes implements Ledger {

        private final List<Long> sent = new ArrayList<>();
        private final List<Long> refused = new ArrayList<>();
        private final List<Long> postponed = new ArrayList<>();
        private final List<Long> released = new ArrayList<>();
        private String reason;

        @Override
        public void sent(long deliveryId) {
            sent.add(deliveryId);
        }

        @Override
        public void refused(long deliveryId, String why) {
            refused.add(deliveryId);
            reason = why;
        }

        @Override
        public void postponed(List<Long> deliveryIds, String why) {
            postponed.addAll(deliveryIds);
            reason = why;
        }

        @Override
        public void released(List<Long> deliveryIds) {
            released.addAll(deliveryIds);
        }
    }
}

package de.krisenaustausch.registration.service.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that break the rules, and mails that no person wrote. */
class MimeReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Return-Path: <>", "Precedence: bulk", "List-Id: <liste.example>", "X-Auto-Response-Suppress: All",
        "Content-Type: multipart/report; boundary=x", "Subject: Automatische Antwort: Coronavirus", "From: mailer-daemon@example.org", "From: no-reply@example.org"})
    void knowsMachines(String header) throws MessagingException {
        String from = header.startsWith("From") ? "" : "From: a@example.org\r\n";
        assertThat(read(from + header + "\r\n\r\nCoronavirus").machine()).isNotNull();
    }

    @Test
    void takesPersonsForPersons() throws MessagingException {
        assertThat(read("From: a@example.org\r\nAuto-Submitted: no\r\nReturn-Path: <a@example.org>\r\nSubject: Coronavirus\r\n\r\nHallo").machine()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: multipart/mixed\r\n\r\n--x\r\nHallo", "Content-Type: multipart/mixed; boundary=\"x\r\n\r\n--x\r\n\r\nHallo",
        "Content-Type: text/plain; charset=\"x-nie-gehört\"\r\n\r\nHallo", "Content-Type: ;;;\r\n\r\nHallo", "Content-Type: text/plain\r\nContent-Transfer-Encoding: x-uuuu\r\n\r\nHallo",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSGFsbG8*!!Hallo"})
    void survivesBrokenMime(String rest) throws MessagingException {
        ReadMail mail = read("From: =?utf-8?Q?kaputt <a@example.org>\r\nSubject: =?utf-8?B?####?= Corona\r\n" + rest);
        assertThat(mail.address()).isEqualTo("a@example.org");
        assertThat(mail.subject()).contains("Corona");
    }

    @Test
    void readsTheBeginningOfHugeTexts() throws MessagingException {
        ReadMail mail = read("From: a@example.org\r\n\r\n" + "Hallo ä\r\n".repeat(100_000));
        assertThat(mail.text()).hasSizeLessThanOrEqualTo(MimeReader.TEXT_BYTES).startsWith("Hallo ä");
    }

    @Test
    void leavesAttachmentsAndScriptsOut() throws MessagingException {
        ReadMail mail = read("From: a@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<script>böse()</script><p>gut &lt;b&gt;</p>\r\n"
            + "--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nanlage\r\n--x--");
        assertThat(mail.html()).contains("gut <b>").doesNotContain("böse", "anlage");
        assertThat(mail.text()).isEmpty();
    }

    @Test
    void readsUmlautsThatNobodyDeclared() throws MessagingException {
        ReadMail mail = new Raw("From: J\u00fcrgen <a@example.org>\r\nSubject: Gr\u00fc\u00dfe\r\n\r\nK\u00f6ln").read();
        assertThat(mail.sender()).isEqualTo("Jürgen");
        assertThat(mail.subject()).isEqualTo("Grüße");
        assertThat(mail.text()).isEqualTo("Köln");
    }

    private record Raw(String source) {

        ReadMail read() throws MessagingException {
            return MimeReader.read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1))));
        }
    }

    private static ReadMail read(String source) throws MessagingException {
        return MimeReader.read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
    }
}

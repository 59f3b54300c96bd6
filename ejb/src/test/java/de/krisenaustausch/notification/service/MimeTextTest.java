package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we encode, the library must read back. */
class MimeTextTest {

    private static final String LONG = "Übergröße 👍 = 100 % „Haushalt“ ".repeat(20);

    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße", "a=b", "Ende mit Blank \nund Tab\t\n", "--=_krisenaustausch", ".\n.\n", "👍👍👍", "x\r\ny\nz"})
    void readsBackEveryBody(String text) throws Exception {
        assertThat(decode(encode(text))).isEqualTo(text.replace("\r", "").replace("\n", "\r\n"));
    }

    @Test
    void keepsLinesOfBodiesShort() throws Exception {
        String encoded = encode(LONG + "x".repeat(500));

        assertThat(encoded.lines()).allMatch(line -> line.length() <= 76);
        assertThat(decode(encoded)).isEqualTo(LONG + "x".repeat(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dienstanweisung", "Übergröße", "=?UTF-8?B?AAAA?=", "[Corona] 👍 „Stundung“"})
    void readsBackEveryHeader(String text) throws Exception {
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(MimeText.header(text)))).isEqualTo(text);
    }

    @Test
    void keepsEncodedWordsShort() throws Exception {
        String header = MimeText.header(LONG);

        assertThat(header.split("\r\n ")).allMatch(word -> word.length() <= 75).hasSizeGreaterThan(5);
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(header))).isEqualTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Erika Muster", "Müller, Erika", "\"<x@example.org>,", "a@b, c", "O'Neill (Amt 10)", "Dr. Meyer-Wöhe"})
    void readsBackEveryName(String name) throws Exception {
        InternetAddress[] addresses = InternetAddress.parseHeader(MimeText.phrase(name) + " <erika@example.org>", true);

        assertThat(addresses).singleElement().satisfies(address -> {
            assertThat(address.getAddress()).isEqualTo("erika@example.org");
            assertThat(address.getPersonal()).isEqualTo(name);
        });
    }

    private static String encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MimeText.quotedPrintable(text, out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static String decode(String encoded) throws Exception {
        return new String(MimeUtility.decode(new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)), "quoted-printable").readAllBytes(),
            StandardCharsets.UTF_8);
    }
}

package de.krisenaustausch.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @Test
    void namesAFileForOldAndNewPrograms() {
        assertThat(ContentDisposition.attachment("Dienstanweisung Homeoffice.pdf"))
            .isEqualTo("attachment; filename=\"Dienstanweisung Homeoffice.pdf\"; filename*=UTF-8''Dienstanweisung%20Homeoffice.pdf");
    }

    @Test
    void writesUmlautsOutForOldPrograms() {
        assertThat(ContentDisposition.attachment("Größe Übersicht ß.pdf")).startsWith("attachment; filename=\"Groesse Uebersicht ss.pdf\";")
            .contains("Gr%C3%B6%C3%9Fe%20%C3%9Cbersicht%20%C3%9F.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a\"; filename=\"evil.exe", "a\r\nSet-Cookie: x=y", "rechnung\u202Efdp.exe", "..\\..\\windows.ini", "100 % Zuschuss.pdf",
        "Stundung — Gewerbesteuer (2. Fassung).pdf", "日本語.pdf", "Gro\u0308ße.pdf", "a;b=c,d'e*f.pdf", "\uD83D\uDE00.pdf"})
    void neverBreaksTheHeader(String name) {
        String header = ContentDisposition.attachment(name);

        assertThat(header).matches("attachment; filename=\"[\\x20-\\x7e&&[^\"\\\\]]*\"; filename\\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe.pdf", "100 % Zuschuss + Antrag.pdf", "日本語.pdf", "a\"b.pdf", "\uD83D\uDE00.pdf"})
    void keepsTheTrueName(String name) {
        String header = ContentDisposition.attachment(name);
        String encoded = header.substring(header.indexOf("''") + 2).replace("+", "%2B");

        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(name);
    }

    @Test
    void takesALongNameWhole() {
        String name = "ä".repeat(300) + ".pdf";

        assertThat(ContentDisposition.attachment(name)).contains("%C3%A4".repeat(300));
    }
}

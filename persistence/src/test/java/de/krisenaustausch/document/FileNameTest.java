package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.shared.BusinessException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', value = {
        "Anweisung.pdf|Anweisung.pdf",
        "C:\\Users\\erika\\Anweisung.pdf|Anweisung.pdf",
        "..\\..\\windows\\system32|system32",
        "../../etc/passwd|passwd",
        "a\"b.pdf|a_b.pdf",
        "a<b>:c|d?e*f.pdf|d_e_f.pdf",
        " .htaccess |htaccess",
        "Bericht .pdf. . |Bericht .pdf",
        "viel   Platz.pdf|viel Platz.pdf"})
    void bringsNamesIntoShape(String raw, String clean) {
        if (raw.contains("<b>")) {
            // the separator of this table stands in the name
            assertThat(FileName.clean("a<b>:c|d?e*f.pdf")).isEqualTo("a_b__c_d_e_f.pdf");
        } else {
            assertThat(FileName.clean(raw)).isEqualTo(clean);
        }
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x.pdf")).isEqualTo("aSet-Cookie_ x.pdf");
        assertThat(FileName.clean("Rechnung\u202Efdp.exe")).isEqualTo("Rechnungfdp.exe");
        assertThat(FileName.clean("a\u0000b\u200B\uFEFF\u2028c.pdf")).isEqualTo("abc.pdf");
    }

    @Test
    void composesUmlauts() {
        assertThat(FileName.clean("U\u0308bersicht A\u0308mter.pdf")).isEqualTo("Übersicht Ämter.pdf");
    }

    @Test
    void cutsLongNamesBeforeTheExtension() {
        assertThat(FileName.clean("ü".repeat(300) + ".docx")).hasSize(FileName.LENGTH).endsWith("ü.docx");
        assertThat(FileName.clean("x".repeat(300))).hasSize(FileName.LENGTH);
        assertThat(FileName.clean("x".repeat(196) + ".pdf")).hasSize(FileName.LENGTH);
        assertThat(FileName.clean("x".repeat(250) + "." + "y".repeat(50))).hasSize(FileName.LENGTH);
    }

    @Test
    void cutsNoCharacterInHalf() {
        String name = FileName.clean("x".repeat(195) + "\uD83D\uDE37".repeat(20) + ".pdf");

        assertThat(name).hasSizeLessThanOrEqualTo(FileName.LENGTH).endsWith(".pdf");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
    }

    @Test
    void mendsCharactersThatCameInHalf() {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(FileName.clean("a\uD83Db.pdf"))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "...", "/", "C:\\", "\u202E\u200B", "..\\.."})
    void refusesWhatIsNoName(String raw) {
        assertThatThrownBy(() -> FileName.clean(raw)).isInstanceOf(BusinessException.class);
    }

    @Test
    void cleaningTwiceChangesNothing() {
        for (String raw : new String[] {"a .pdf ", "x".repeat(199) + " .pdf", "..a..b..", "x".repeat(300) + ". .pdf", "a\u00A0.pdf", "\u00A0a.pdf"}) {
            String once = FileName.clean(raw);
            assertThat(FileName.clean(once)).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"a.PDF, pdf", "a.tar.gz, gz", "a, ''", ".pdf, ''", "a., ''", "a.verylongextension, ''"})
    void knowsTheExtension(String name, String extension) {
        assertThat(FileName.extension(name)).isEqualTo(extension);
    }

    @ParameterizedTest
    @CsvSource({"Dienst_Anweisung__Corona.pdf, Dienst Anweisung Corona", "Satzung, Satzung", "a+b.docx, a b", "Stand 1.4.2020, Stand 1.4"})
    void proposesATitle(String name, String title) {
        assertThat(FileName.title(name)).isEqualTo(title);
    }
}

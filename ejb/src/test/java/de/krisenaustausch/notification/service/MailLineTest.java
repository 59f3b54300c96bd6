package de.krisenaustausch.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailLineTest {

    @Test
    void putsEverythingOnOneLine() {
        assertThat(MailLine.of("Stundung\r\nBcc: alle@example.org\u0000\u2028\tEnde\u0085")).isEqualTo("Stundung Bcc: alle@example.org Ende");
    }

    @Test
    void dropsWhatTurnsTheWritingDirection() {
        assertThat(MailLine.of("Lohn\u202Efdp.exe\u2066\u200B")).isEqualTo("Lohnfdp.exe");
    }

    @Test
    void keepsUmlautsAndEmoji() {
        assertThat(MailLine.of("Übergröße 👍")).isEqualTo("Übergröße 👍");
    }

    @Test
    void cutsBetweenWords() {
        assertThat(MailLine.beginning("Regelt Erreichbarkeit und Datenschutz im Homeoffice", 28)).isEqualTo("Regelt Erreichbarkeit und …");
        assertThat(MailLine.beginning("Kurz", 25)).isEqualTo("Kurz");
        assertThat(MailLine.beginning("👍".repeat(40), 20)).hasSizeLessThanOrEqualTo(21).endsWith("👍 …");
    }
}

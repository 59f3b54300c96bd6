package de.krisenaustausch.registration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class InvitationListTest {

    @Test
    void readsWhatSpreadsheetsWriteAndCopy() {
        assertThat(InvitationList.read("\uFEFFE-Mail;Vorname;Nachname\r\n\"a@ulm.de\";Anna;\"Muster\"\r\n\r\nb@ulm.de\tBen\tBeispiel\nc@ulm.de\n"))
            .extracting(InvitationList.Line::number, InvitationList.Line::email, InvitationList.Line::givenName, InvitationList.Line::familyName, InvitationList.Line::error)
            .containsExactly(tuple(2, "a@ulm.de", "Anna", "Muster", null), tuple(4, "b@ulm.de", "Ben", "Beispiel", null), tuple(5, "c@ulm.de", null, null, null));
    }

    @Test
    void saysWhatIsWrongWithWhichLine() {
        assertThat(InvitationList.read("a@ulm.de\nkein Name\nA@ulm.de;x\nb@ulm;B\nc@ulm.de;" + "x".repeat(101)))
            .filteredOn(line -> line.error() != null).extracting(InvitationList.Line::number, InvitationList.Line::error)
            .containsExactly(tuple(2, "error.email"), tuple(3, "invite.twice"), tuple(4, "error.email"), tuple(5, "invite.name"));
    }

    @Test
    void hasAnEnd() {
        assertThat(InvitationList.read("a@ulm.de\n".repeat(InvitationList.MOST + 5))).filteredOn(line -> "invite.tooLong".equals(line.error())).hasSize(5);
        assertThat(InvitationList.read(null)).isEmpty();
    }
}

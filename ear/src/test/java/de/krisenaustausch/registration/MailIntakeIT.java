package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Getting in by mail: who is answered, with what, how often. */
class MailIntakeIT {

    private static final String KNOWN = "bekannt.beispielstadt.example";
    private static final String LINK = "Ihr Zugang";
    private static Room room;

    @BeforeAll
    static void prepare() {
        room = Scene.space("Sturmflut " + Scene.unique());
        Clerk.trust("Stadt Beispielstadt", KNOWN);
    }

    @Test
    void whoTellsAllFromAKnownDomainGetsThePersonalLink() {
        Clerk clerk = Clerk.at("amt." + KNOWN);
        String id = clerk.write(room.name(), "Guten Tag,\r\n\r\nmein Name ist Paula Berg, ich arbeite im Ordnungsamt der Stadt Beispielstadt.\r\n\r\nViele Grüße\r\nPaula Berg\r\n");
        Mail answer = Mail.awaited(clerk.email(), LINK);
        assertThat(answer.text()).contains("/zugang/").contains("Paula Berg");
        assertThat(answer.header("In-Reply-To")).isEqualTo(id);
        assertThat(answer.header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(answer.header("Reply-To")).isEqualTo("zugang@krisenaustausch.example");
        assertThat(Clerk.outcome(id)).isEqualTo("REQUEST");
    }

    @Test
    void whatIsMissingIsAskedForAndCompletesTheSameRequest() {
        Clerk clerk = Clerk.at(KNOWN);
        clerk.write(room.name(), "Vorname: Paula\r\nName: Berg\r\nKommune: Stadt Beispielstadt\r\n");
        Mail question = Mail.awaited(clerk.email(), "fehlt");
        assertThat(question.text()).contains("Dienststelle:").doesNotContain("Vorname:", "Kommune:");

        clerk.answer(question, "Ordnungsamt\r\n\r\n> " + question.text().replace("\n", "\r\n> "));
        assertThat(Mail.awaited(clerk.email(), LINK).text()).contains("/zugang/");
        assertThat(Database.column("select office from access_request where email = ?", clerk.email())).containsExactly("Ordnungsamt");
    }

    @Test
    void unknownDomainIsPutToAPerson() {
        Clerk clerk = Clerk.at("unbekannt.example");
        clerk.write(room.name(), "Vorname: Paula\r\nName: Berg\r\nKommune: Stadt Beispielstadt\r\nDienststelle: Bauamt\r\n");
        assertThat(Mail.awaited(clerk.email(), "eingegangen").text()).doesNotContain("/zugang/");
        assertThat(Database.column("select state from access_request where email = ?", clerk.email())).containsExactly("WAITING");
    }

    @Test
    void machinesAreNeverAnswered() {
        Clerk clerk = Clerk.at(KNOWN);
        String facts = "Vorname: Paula\r\nName: Berg\r\nKommune: Stadt Beispielstadt\r\nDienststelle: Bauamt\r\n";
        for (String header : List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <liste.example>", "X-Auto-Response-Suppress: All", "Return-Path: <>")) {
            assertThat(Clerk.outcome(clerk.write(room.name(), facts, header))).as(header).isEqualTo("IGNORED");
        }
        assertThat(Clerk.outcome(new Clerk("portal@krisenaustausch.example").write(room.name(), facts))).isEqualTo("IGNORED");
        assertThat(Clerk.outcome(clerk.write("Mittagessen", "Wer kommt mit?"))).isEqualTo("IGNORED");
        assertThat(Database.column("select 1 from access_request where email = ?", clerk.email())).isEmpty();
        assertThat(Mail.to(clerk.email(), "")).isEmpty();
    }

    @Test
    void nobodyIsAnsweredTwiceAnHour() {
        Clerk clerk = Clerk.at("unbekannt.example");
        Clerk.outcome(clerk.write(room.name(), "Bitte Zugang, Paula Berg"));
        Clerk.outcome(clerk.write(room.name(), "Wo bleibt mein Zugang? Paula Berg"));
        Clerk other = Clerk.at("unbekannt.example");
        other.write(room.name(), "Danach, Otto Lang");
        other.mails(1);
        assertThat(clerk.mails(1)).hasSize(1);
    }

    @Test
    void theSameMailTwiceIsLikeOnce() {
        Clerk clerk = Clerk.at(KNOWN);
        String source = "From: " + clerk.email() + "\r\nSubject: " + room.name() + "\r\nMessage-ID: <zweimal-" + clerk.email() + ">\r\n\r\nVorname: Paula\r\nName: Berg\r\n"
            + "Kommune: Stadt Beispielstadt\r\nDienststelle: Bauamt\r\n";
        clerk.send(source);
        clerk.send(source);
        Clerk.outcome(clerk.write("Nichts", "Nichts"));
        assertThat(clerk.mails(1)).hasSize(1);
    }

    @Test
    void hugeAndBrokenMailsDoNoHarm() {
        Clerk clerk = Clerk.at(KNOWN);
        clerk.send("From: " + clerk.email() + "\r\nSubject: =?utf-8?B?kaputt\r\nContent-Type: multipart/mixed; boundary=\"\r\n\r\n--\r\n\u0000\u0001");
        clerk.send("From: kein Absender\r\nContent-Type: ;;;;\r\nContent-Transfer-Encoding: x-nie\r\n\r\nHallo");
        Clerk patient = Clerk.at(KNOWN);
        String attachment = ("QUJD".repeat(19) + "\r\n").repeat(25 * 1024 * 1024 / 78);
        patient.send("From: " + patient.email() + "\r\nSubject: " + room.name() + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
            + "Content-Type: text/html; charset=utf-8\r\n\r\n<script>alert(1)</script><table><tr><td>Vorname</td><td>Paula</td></tr><tr><td>Name</td><td>Berg</td></tr>"
            + "<tr><td>Kommune</td><td>Stadt Beispielstadt</td></tr><tr><td>Dienststelle</td><td>Bauamt</td></tr></table>\r\n--b\r\n"
            + "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.bin\r\n\r\n" + attachment + "--b--\r\n");
        assertThat(Mail.awaited(patient.email(), LINK).text()).contains("/zugang/");
    }
}

package de.krisenaustausch.question;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.enter;
import static de.krisenaustausch.testing.Hands.tabTo;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody wrote below a question, or put beside it, she takes away again, and back: by keyboard. */
class WithdrawingE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void anAnswerARemarkAndAFileGoByKeyboardAlone() {
        Room room = Scene.space("Zurückziehen ohne Maus");
        long question = Ground.ask(Person.PETRA.email(), room.slug(), "Gilt die alte Satzung noch?", "Wir finden nichts.");
        long answer = Ground.answer(Person.JONAS.email(), room.slug(), question, "Ja, bis Jahresende.");
        String answers = "/api/v1/spaces/" + room.slug() + "/answers/" + answer;
        Scene.ok(Api.as(Person.PETRA).post(answers + "/accept", ""));
        Scene.ok(Api.as(Person.PETRA).post(answers + "/remarks", "{\"text\":\"Danke, das reicht uns.\"}"));
        String page = room.path() + "/fragen/" + question;

        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(page));
        assertThat(jonas.locator(".ka-comments summary")).hasCount(0);
        tabTo(jonas, jonas.locator("summary").getByText("Antwort zurückziehen"));
        jonas.keyboard().press("Enter");
        assertThat(jonas.locator(".ka-answer")).containsText("Ohne sie ist die Frage wieder offen.");
        Looks.right(jonas);
        enter(jonas, button(jonas, "Jetzt zurückziehen"));
        told(jonas, "Die Antwort ist zurückgezogen.");
        assertThat(jonas.locator("#antworten h2").first()).hasText("Noch keine Antwort");
        Looks.right(jonas);
        enter(jonas, button(jonas, "Antwort doch stehen lassen"));
        told(jonas, "Die Antwort ist wieder da.");
        assertThat(jonas.locator(".ka-answer")).containsText("Danke, das reicht uns.");
        assertThat(jonas.locator(".ka-answer h3")).not().containsText("hat geholfen");

        Page petra = browser.of(Person.PETRA);
        petra.navigate(Browser.at(page));
        tabTo(petra, petra.locator(".ka-comments summary"));
        petra.keyboard().press("Enter");
        Looks.right(petra);
        enter(petra, button(petra, "Anmerkung endgültig löschen"));
        told(petra, "Die Anmerkung ist gelöscht.");
        assertThat(petra.locator(".ka-comments")).hasCount(0);
    }

    @Test
    void aFileIsTakenFromAQuestionAndComesBack() {
        Room room = Scene.space("Dateien zur Frage");
        long question = Ground.ask(Person.PETRA.email(), room.slug(), "Was meinen Sie zum Entwurf?", "Er liegt bei.");
        long document = Scene.share(Person.PETRA, room, "Entwurf der Satzung", "Satzung.txt", "Satzung".getBytes(StandardCharsets.UTF_8));
        Scene.ok(Api.as(Person.PETRA).put("/api/v1/spaces/" + room.slug() + "/questions/" + question + "/documents/" + document, ""));
        Page petra = browser.of(Person.PETRA);
        petra.navigate(Browser.at(room.path() + "/fragen/" + question));
        Looks.right(petra);
        enter(petra, petra.locator("button[name=abnehmen]"));
        told(petra, "Die Datei gehört nicht mehr zur Frage.");
        assertThat(petra.locator("#anlagen")).hasCount(0);
        Looks.right(petra);
        enter(petra, button(petra, "Datei wieder beifügen"));
        assertThat(petra.locator("#anlagen a")).hasText("Entwurf der Satzung");
    }
}

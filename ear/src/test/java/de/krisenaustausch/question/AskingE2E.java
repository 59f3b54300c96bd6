package de.krisenaustausch.question;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.enter;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.tabTo;
import static de.krisenaustausch.testing.Hands.title;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk asks, a colleague elsewhere answers, the clerk accepts: all of it by keyboard. */
class AskingE2E {

    private static final String QUESTION = "Elternbeiträge im Schließmonat: Erlass, Stundung oder Nichteinzug?";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void aQuestionIsAskedAnsweredAndAcceptedByKeyboardAlone() {
        Room room = Scene.space("Fragen ohne Maus", "Elternbeiträge");

        Page petra = browser.of(Person.PETRA);
        petra.navigate(Browser.at(room.path()));
        enter(petra, petra.locator(".ka-tabs a[href$='/fragen']"));
        assertThat(petra.locator(".ka-empty")).containsText("Noch keine Fragen");
        Looks.right(petra);
        enter(petra, link(petra, "Frage stellen").first());
        tabTo(petra, petra.getByLabel("Titel"));
        petra.keyboard().type(QUESTION);
        tabTo(petra, petra.getByLabel("Ihre Frage"));
        petra.keyboard().type("Unser Rat tagt **nicht**.");
        enter(petra, button(petra, "Vorschau"));
        assertThat(petra.locator(".ka-sheet strong")).hasText("nicht");
        assertThat(petra.locator("#vorschau-titel")).isFocused();
        assertThat(petra.getByLabel("Titel")).hasValue(QUESTION);
        Looks.right(petra);
        tabTo(petra, petra.getByLabel("Elternbeiträge").last());
        petra.keyboard().press("Space");
        enter(petra, button(petra, "Frage veröffentlichen"));
        told(petra, "Ihre Frage ist gestellt.");
        assertThat(title(petra)).hasText(QUESTION);
        assertThat(petra.locator("#antworten h2").first()).hasText("Noch keine Antwort");

        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(room.path() + "/fragen?ansicht=unbeantwortet"));
        enter(jonas, link(jonas, QUESTION));
        tabTo(jonas, jonas.locator("[id='antwort:answer']"));
        jonas.keyboard().type("Wir erlassen:\n\n- ganz für April\n- halb für Mai");
        tabTo(jonas, jonas.getByLabel("Im Namen der Kommune antworten"));
        jonas.keyboard().press("Space");
        enter(jonas, button(jonas, "Antwort veröffentlichen"));
        told(jonas, "Ihre Antwort ist veröffentlicht.");
        assertThat(jonas.locator(".ka-answer h3")).containsText("Gemeinde Musterdorf");
        assertThat(jonas.locator(".ka-answer li")).hasCount(2);

        petra.reload();
        enter(petra, petra.locator("button[name=hilfreich]"));
        told(petra, "Danke.");
        assertThat(petra.locator("button[name=nichthilfreich]")).containsText("Hat mir geholfen (1)");
        tabTo(petra, petra.locator(".ka-answer summary"));
        petra.keyboard().press("Enter");
        tabTo(petra, petra.locator(".ka-answer textarea"));
        petra.keyboard().type("Danke, das übernehmen wir.");
        enter(petra, button(petra, "Anmerkung veröffentlichen"));
        assertThat(petra.locator(".ka-comments")).containsText("Danke, das übernehmen wir.");
        enter(petra, petra.locator("button[name=annehmen]"));
        told(petra, "Die Antwort ist als Lösung angenommen.");
        assertThat(petra.locator(".ka-answer h3")).containsText("hat geholfen");
        Looks.right(petra);
        petra.navigate(Browser.at(room.path() + "/fragen"));
        assertThat(petra.locator(".ka-entry").first()).containsText("beantwortet");
        assertThat(petra.locator(".ka-entry").first()).containsText("1 Antwort");
    }
}

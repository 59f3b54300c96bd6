package de.krisenaustausch.poll;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.enter;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.tabTo;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk asks, two people of one municipality answer for it one after the other, and all look at the result; without a mouse. */
class PollE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void askingAnsweringAndReadingByKeyboardAlone() {
        Room room = Scene.space("Umfragen erproben", "Gremiensitzungen");
        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(room.path()));
        enter(jonas, jonas.locator(".ka-tabs a[href$='/umfragen']"));
        enter(jonas, link(jonas, "Umfrage erstellen").first());
        write(jonas);
        told(jonas, "Der Entwurf ist gespeichert.");
        assertThat(jonas.locator("main")).containsText("Das ist ein Entwurf");
        Looks.right(jonas);
        enter(jonas, button(jonas, "Veröffentlichen"));
        told(jonas, "Die Umfrage ist veröffentlicht.");

        Page petra = browser.of(Person.PETRA);
        petra.navigate(jonas.url().replaceAll("\\?.*", ""));
        assertThat(petra.locator("main")).containsText("Kolleginnen und Kollegen sehen sie");
        enter(petra, button(petra, "Antwort abgeben"));
        assertThat(petra.locator(".ka-messages [role=alert]")).containsText("Bitte beantworten Sie „Wie tagt Ihr Rat?“");
        Looks.right(petra);
        // the tabulator leads to the first of a group, the arrows lead on in it
        tabTo(petra, petra.getByLabel("In Präsenz"));
        petra.keyboard().press("ArrowDown");
        assertThat(petra.getByLabel("Hybrid")).isChecked();
        tabTo(petra, petra.getByLabel("2. Wie viele Sitzungen sind es im Monat?"));
        petra.keyboard().type("2,5");
        enter(petra, button(petra, "Antwort abgeben"));
        told(petra, "Ihre Antwort zählt.");

        Page vera = browser.of(Person.ADMIN);
        vera.navigate(jonas.url().replaceAll("\\?.*", ""));
        assertThat(vera.locator("main")).containsText("Ihre Kommune hat geantwortet");
        assertThat(vera.locator("main")).containsText("Petra Sommer");
        assertThat(vera.getByLabel("Hybrid")).isChecked();
        tabTo(vera, vera.getByLabel("2. Wie viele Sitzungen sind es im Monat?"));
        vera.keyboard().press("Control+A");
        vera.keyboard().type("4");
        enter(vera, button(vera, "Antwort ändern"));
        told(vera, "Die Antwort ist geändert.");

        petra.reload();
        assertThat(petra.locator("main")).containsText("Zuletzt geändert: Vera Walter");
        enter(petra, link(petra, "Ergebnis ansehen"));
        assertThat(petra.locator("main h2").first()).hasText("Wie tagt Ihr Rat?");
        assertThat(petra.locator("svg.ka-chart")).hasCount(2);
        assertThat(petra.locator("main")).containsText("Ihre Kommune");
        assertThat(petra.locator("#einzeln")).containsText("Stadt Beispielstadt");
        enter(petra, petra.locator("summary", new Page.LocatorOptions().setHasText("Als Tabelle")).first());
        assertThat(petra.locator("main table").first()).containsText("Hybrid");
        Looks.right(petra);
    }

    private static void write(Page page) {
        tabTo(page, page.locator("[id='umfrage:title']"));
        page.keyboard().type("Sitzungen zurzeit");
        tabTo(page, page.locator("[id='umfrage:fragen:0:text']"));
        page.keyboard().type("Wie tagt Ihr Rat?");
        tabTo(page, page.locator("[id='umfrage:fragen:0:optionen']"));
        for (String option : List.of("In Präsenz", "Hybrid", "Per Video")) {
            page.keyboard().type(option);
            page.keyboard().press("Enter");
        }
        Locator kind = page.locator("[id='umfrage:neueArt']");
        tabTo(page, kind);
        page.keyboard().type("Zahl");
        enter(page, button(page, "Frage hinzufügen"));
        assertThat(page.locator("[id='umfrage:fragen:0:text']")).hasValue("Wie tagt Ihr Rat?");
        tabTo(page, page.locator("[id='umfrage:fragen:1:text']"));
        page.keyboard().type("Wie viele Sitzungen sind es im Monat?");
        tabTo(page, page.locator("[id='umfrage:fragen:1:nachkomma']"));
        page.keyboard().press("Control+A");
        page.keyboard().type("1");
        Looks.right(page);
        enter(page, button(page, "Entwurf speichern"));
    }
}

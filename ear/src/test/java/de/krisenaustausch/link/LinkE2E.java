package de.krisenaustausch.link;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.enter;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.tabTo;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A link from its sharing to its end, by keyboard alone. */
class LinkE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void sharingCorrectingAndDeletingByKeyboard() {
        Room room = Scene.space("Verweise", "Hygiene", "Schulen");
        String site = "hygiene-" + Scene.unique() + ".example";
        Page page = browser.of(Person.PETRA);
        page.navigate(Browser.at(room.path()));
        enter(page, link(page, "Links"));
        assertThat(page.locator(".ka-empty")).containsText("Noch kein Link");
        Looks.right(page);
        enter(page, link(page, "Link teilen").first());

        tabTo(page, page.getByLabel("Adresse der Seite"));
        page.keyboard().type(site + "/plan");
        page.keyboard().press("Tab");
        assertThat(page.locator("#titel-stand")).containsText("Bitte tippen Sie ihn.");
        Looks.right(page);
        enter(page, button(page, "Link teilen"));
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("Alles andere ist noch da.");
        assertThat(page.getByLabel("Adresse der Seite")).hasValue(site + "/plan");
        Looks.right(page);
        tabTo(page, page.locator("[id='link:title']"));
        page.keyboard().type("Hygieneplan für Schulen");
        tabTo(page, page.locator("[id='link:why']"));
        page.keyboard().type("Mit Vorlagen für den Aushang.");
        tabTo(page, page.locator("[id='link:topics'] input").first());
        page.keyboard().press("Space");
        enter(page, button(page, "Link teilen"));
        told(page, "Ihr Link ist geteilt.");
        assertThat(page.locator("h1")).hasText("Hygieneplan für Schulen");
        assertThat(link(page, "Seite öffnen (" + site + ")")).hasAttribute("href", "https://" + site + "/plan");
        String own = page.url().replaceAll("\\?.*", "");
        long id = Long.parseLong(own.replaceAll(".*/", ""));

        Database.change("update link set failing_since = now() - interval '2 days', dead_since = now() - interval '1 day' where id = ?", id);
        page.navigate(own);
        assertThat(page.locator(".ka-notice-warning")).containsText("antwortet seit");
        Looks.right(page);
        enter(page, link(page, "Link ändern").first());
        tabTo(page, page.getByLabel("Adresse der Seite"));
        page.keyboard().press("Control+A");
        page.keyboard().type("https://" + site + "/neu");
        enter(page, button(page, "Speichern"));
        told(page, "Der Link ist gespeichert.");
        assertThat(page.locator(".ka-notice-warning")).hasCount(0);

        page.navigate(Browser.at(room.path() + "/links/teilen"));
        tabTo(page, page.getByLabel("Adresse der Seite"));
        page.keyboard().type("http://" + site + "/neu/");
        page.keyboard().press("Tab");
        assertThat(page.locator("#titel-stand")).containsText("Diese Seite ist hier schon geteilt");
        enter(page, page.locator("#titel-stand a"));
        assertThat(page.locator("h1")).hasText("Hygieneplan für Schulen");

        tabTo(page, page.locator("summary").getByText("Löschen"));
        page.keyboard().press("Enter");
        enter(page, button(page, "Link löschen"));
        told(page, "Der Link ist gelöscht.");
        Looks.right(page);
        enter(page, button(page, "Löschen rückgängig machen"));
        told(page, "Der Link ist wieder da.");
        enter(page, link(page, "Hygiene"));
        assertThat(page.locator(".ka-entry")).hasCount(1);
        Looks.right(page);
    }
}

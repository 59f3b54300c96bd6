package de.krisenaustausch.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting in by mail, from the first mail to the wanted space. */
class MailIntakeE2E {

    private static final String DOMAIN = "bekannt.beispielstadt.example";
    private static final String PASSWORD = "Sehr-lang-und-gut-2026";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void fromAMailWithHalfTheFactsToTheWantedSpace() {
        Room room = Scene.space("Waldbrand " + Scene.unique());
        Clerk.trust("Stadt Beispielstadt", DOMAIN);
        Clerk clerk = Clerk.at(DOMAIN);
        clerk.write(room.name(), "Hallo,\r\n\r\nmein Name ist Paula Berg von der Stadt Beispielstadt, bitte um Zugang.\r\n\r\nGruß\r\nPaula Berg\r\n");
        Mail question = Mail.awaited(clerk.email(), "fehlt");
        clerk.answer(question, "Dienststelle: Ordnungsamt\r\n\r\nGruß\r\nPaula Berg\r\n");

        Page page = browser.anonymous();
        page.navigate(Browser.at(Mail.path(Mail.awaited(clerk.email(), "Ihr Zugang").text())));
        assertThat(page.locator("h1")).hasText("Ihr Zugang ist bereit");
        assertThat(page.locator("main")).containsText("Paula Berg");
        assertThat(page.locator("main")).containsText("Ordnungsamt");
        button(page, "Weiter").click();
        page.locator("#password-new").fill(PASSWORD);
        page.locator("#password-confirm").fill(PASSWORD);
        page.locator("form [type=submit]").first().click();
        page.waitForURL(url -> url.contains("/willkommen"));
        assertThat(page.locator("main")).containsText(room.name());
        button(page, "Weiter").click();
        page.waitForURL(url -> url.endsWith(room.path()));
        assertThat(page.locator("h1")).hasText(room.name());

        Page office = browser.of(Person.ADMIN);
        office.navigate(Browser.at("/verwaltung/posteingang?zustand=antraege"));
        assertThat(office.locator("tbody")).containsText(clerk.email());
    }
}

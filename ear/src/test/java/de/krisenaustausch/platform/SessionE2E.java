package de.krisenaustausch.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Hands;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Half an hour of a telephone call: the portal warns, and nothing that was typed is lost. The browser's clock is put forward. */
class SessionE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void warningComesInTimeAndOneClickGoesOn() {
        Room room = Scene.space("Telefonat");
        Page page = edit(room);
        page.getByLabel("Zweck").fill("Angefangener Satz");
        page.clock().fastForward("27:50");
        assertThat(page.locator("#sitzung")).not().isVisible();
        page.clock().fastForward("00:20");
        assertThat(page.locator("#sitzung")).isVisible();
        assertThat(page.locator("#sitzung-rest")).hasText(Pattern.compile("Ihre Sitzung endet in 1:\\d\\d Minuten\\."));
        assertThat(button(page, "Angemeldet bleiben")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#sitzung")).not().isVisible();
        button(page, "Speichern").click();
        told(page, "Der Bereich ist gespeichert.");
        assertThat(page.locator(".ka-lead").first()).hasText("Angefangener Satz");
    }

    @Test
    void afterTheEndWhatWasTypedIsStillThere() {
        Room room = Scene.space("Mittagspause");
        Page page = edit(room);
        page.getByLabel("Zweck").fill("Ein langer Text, den niemand zweimal schreiben möchte.");
        endSessions(page);
        page.clock().fastForward("30:01");
        assertThat(page.locator("#sitzung-rest")).hasText("Ihre Sitzung ist abgelaufen. Bitte melden Sie sich erneut an.");
        link(page, "Erneut anmelden").click();
        Browser.signIn(page, Person.MARA);
        assertThat(page).hasURL(Browser.at(room.path() + "/bearbeiten"));
        assertThat(page.getByLabel("Zweck")).hasValue("Ein langer Text, den niemand zweimal schreiben möchte.");
        assertThat(page.locator("#sitzung-meldung")).hasText("Ihre Eingaben von vorhin sind wieder da.");
        button(page, "Speichern").click();
        told(page, "Der Bereich ist gespeichert.");
    }

    /** Files that came in stay too: the address names them. */
    @Test
    void uploadedFilesOutliveTheSession() {
        Room room = Scene.space("Feierabend");
        Page page = browser.of(Person.PETRA);
        page.navigate(Browser.at(room.path() + "/teilen"));
        Hands.choose(page, Hands.file("Rundschreiben.txt", Papers.text("An alle")));
        page.locator("[data-ka-file]").getByLabel("Titel").fill("Rundschreiben vom Montag");
        endSessions(page);
        button(page, "Teilen").click();
        Browser.signIn(page, Person.PETRA);
        assertThat(page.locator("[data-ka-file]")).containsText("Rundschreiben.txt");
        assertThat(page.locator("[data-ka-file]").getByLabel("Titel")).hasValue("Rundschreiben vom Montag");
        page.locator("[id='teilen:art']").selectOption("Schreiben");
        page.locator("[id='teilen:nutzung']").getByLabel("Frei verwendbar").check();
        button(page, "Teilen").click();
        told(page, "Ihr Dokument ist geteilt.");
    }

    private Page edit(Room room) {
        Page page = browser.of(Person.MARA);
        page.clock().install();
        page.navigate(Browser.at(room.path() + "/bearbeiten"));
        return page;
    }

    /** As if half an hour had passed on the server, and the night at Keycloak. */
    private static void endSessions(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("KASESSION|KEYCLOAK.*|AUTH_SESSION.*|KC_.*")));
    }
}

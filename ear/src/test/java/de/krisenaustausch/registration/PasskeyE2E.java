package de.krisenaustausch.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.PasskeyDevice;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting in with a passkey in place of a password: from the personal link to the wanted space, and there again another day. */
class PasskeyE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void personalLinkLeadsByAPasskeyToTheWantedSpace() {
        Room room = Scene.space("Stromausfall " + Scene.unique());
        Page page = browser.anonymous();
        PasskeyDevice device = PasskeyDevice.of(page);
        page.navigate(Browser.at(personalLink(room)));
        page.getByLabel("Mit einem Passkey").check();
        button(page, "Weiter").click();
        assertThat(page.locator("h1")).hasText("Passkey einrichten");
        Browser.accessible(page);
        page.getByLabel("Name des Passkeys").fill("Dienstrechner");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Willkommen");
        button(page, "Weiter").click();
        assertThat(page.locator("h1")).hasText(room.name());

        signOut(page);
        device.touched(false);
        page.navigate(Browser.at(room.path()));
        assertThat(page.locator("#password")).isVisible();
        device.touched(true);
        link(page, "Mit Passkey anmelden").click();
        assertThat(page.locator("h1")).hasText(room.name());
    }

    /** A wrong finger: once more, or by a new link to a password. */
    @Test
    void whatGoesWrongCanBeDoneAgain() {
        Page page = browser.anonymous();
        PasskeyDevice device = PasskeyDevice.of(page);
        page.navigate(Browser.at(personalLink(Scene.space("Dürre " + Scene.unique()))));
        page.getByLabel("Mit einem Passkey").check();
        button(page, "Weiter").click();
        device.finger(false);
        button(page, "Passkey einrichten").click();
        assertThat(page.locator("h1")).hasText("Der Passkey hat nicht funktioniert");
        assertThat(page.locator("main [role=alert]")).hasText("Der Passkey wurde nicht anerkannt. Bitte versuchen Sie es noch einmal.");
        Browser.accessible(page);
        assertThat(link(page, "Neuen Link anfordern und ein Passwort wählen")).hasAttribute("href", Browser.at("/zugang"));

        device.finger(true);
        button(page, "Noch einmal versuchen").click();
        button(page, "Passkey einrichten").click();
        assertThat(page.locator("h1")).hasText("Willkommen");
    }

    private static String personalLink(Room room) {
        String mark = Scene.unique();
        String town = Newcomer.town("Stadt Schlüssel " + mark, "HE", mark + ".example", true);
        return new Newcomer("pia@" + mark + ".example").register("Schlüssel" + mark, town, room);
    }

    private static void signOut(Page page) {
        page.locator(".ka-top-me summary").click();
        button(page, "Abmelden").click();
        told(page, "Sie sind abgemeldet.");
    }
}

package de.krisenaustausch.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Getting in by form, from the first click to the wanted space. */
class RegistrationE2E {

    private static final String PASSWORD = "Sehr-lang-und-gut-2026";

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void fromTheStartPageToTheWantedSpace() {
        Room room = Scene.space("Hochwasser " + Scene.unique());
        String email = "erika." + Scene.unique() + "@beispielstadt.example";
        Page page = browser.anonymous();
        page.navigate(Browser.at("/"));
        link(page, "Zugang beantragen").click();
        page.getByLabel("Dienstliche E-Mail-Adresse").fill(email);
        button(page, "Link schicken").click();
        assertThat(page.locator("h1")).hasText("Sehen Sie in Ihr Postfach");

        String form = Mail.path(Mail.awaited(email, "Bestätigen Sie").text());
        page.navigate(Browser.at(form));
        assertThat(page.locator("h1")).hasText("Wer sind Sie, und wo arbeiten Sie?");
        Looks.right(page);
        button(page, "Antrag absenden").click();
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("Vorname");
        Looks.right(page);
        fill(page, "Erika", "Muster" + Scene.unique(), room);
        button(page, "Antrag absenden").click();
        assertThat(page.locator("h1")).hasText("Ihr Antrag ist eingegangen");
        assertThat(page.locator("main")).containsText("Eine Person prüft Ihre Angaben");
        Looks.right(page);
        // the back button and the same form once more do no harm
        page.goBack();
        page.navigate(Browser.at(form));
        assertThat(page.locator("h1")).hasText("Ihr Antrag ist eingegangen");

        approve(email);

        String entry = Mail.path(Mail.awaited(email, "Ihr Zugang").text());
        page.navigate(Browser.at(entry));
        page.navigate(Browser.at(entry));
        assertThat(page.locator("h1")).hasText("Ihr Zugang ist bereit");
        assertThat(page.locator("main")).containsText(email);
        Looks.right(page);
        button(page, "Weiter").click();
        page.locator("#password-new").fill(PASSWORD);
        page.locator("#password-confirm").fill(PASSWORD);
        page.locator("form [type=submit]").first().click();
        page.waitForURL(url -> url.contains("/willkommen"));
        assertThat(page.locator("h1")).hasText("Willkommen");
        assertThat(page.locator("main")).containsText(room.name());
        Looks.right(page);
        button(page, "Weiter").click();
        page.waitForURL(url -> url.endsWith(room.path()));
        assertThat(page.locator("h1")).hasText(room.name());

        Page other = browser.anonymous();
        other.navigate(Browser.at(entry));
        assertThat(other.locator("h1")).hasText("Dieser Link wurde schon benutzt");
        assertThat(link(other, "Neuen Link anfordern")).isVisible();
        Looks.right(other);
    }

    @Test
    void theLogNamesWhoDecided() {
        String email = "lotte." + Scene.unique() + "@beispielstadt.example";
        Room room = Scene.space("Sturm " + Scene.unique());
        Page page = browser.anonymous();
        page.navigate(Browser.at("/registrieren"));
        page.getByLabel("Dienstliche E-Mail-Adresse").fill(email);
        button(page, "Link schicken").click();
        page.navigate(Browser.at(Mail.path(Mail.awaited(email, "Bestätigen Sie").text())));
        fill(page, "Lotte", "Lang" + Scene.unique(), room);
        button(page, "Antrag absenden").click();
        assertThat(page.locator("h1")).hasText("Ihr Antrag ist eingegangen");

        Page office = browser.of(Person.ADMIN);
        office.navigate(Browser.at("/zugaenge"));
        Looks.right(office);
        Locator row = office.locator("[data-ka-request]").filter(new Locator.FilterOptions().setHasText(email));
        row.locator("[type=checkbox]").check();
        office.locator("#text").fill("=1+1 Bitte mit dienstlicher Adresse.");
        button(office, "Ausgewählte nicht zulassen").click();
        told(office, "Nicht zugelassen. Eine E-Mail sagt es.");
        Assertions.assertThat(Mail.awaited(email, "Ihr Antrag auf Zugang").text()).contains("Bitte mit dienstlicher Adresse.");

        office.navigate(Browser.at("/verwaltung/protokoll?wer=" + email));
        assertThat(office.locator("tbody tr").first()).containsText("Antrag nicht zugelassen");
        assertThat(office.locator("tbody tr").first()).containsText("Walter");
        Looks.right(office);
        Page member = browser.of(Person.JONAS);
        Assertions.assertThat(member.navigate(Browser.at("/zugaenge")).status()).isEqualTo(403);
    }

    private void approve(String email) {
        Page office = browser.of(Person.ADMIN);
        office.navigate(Browser.at("/zugaenge"));
        Locator row = office.locator("[data-ka-request]").filter(new Locator.FilterOptions().setHasText(email));
        assertThat(row).containsText("Mail-Domain unbekannt");
        Looks.right(office);
        row.locator("button[value^=APPROVE]").click();
        told(office, "Genehmigt. Der persönliche Link ist unterwegs.");
    }

    private static void fill(Page page, String given, String family, Room room) {
        page.getByLabel("Vorname").fill(given);
        page.getByLabel("Nachname").fill(family);
        page.getByLabel("Kommune").fill("Stadt Beispielstadt");
        page.keyboard().press("Escape");
        page.getByLabel("Dienststelle").fill("Hauptamt");
        page.getByLabel(room.name()).check();
        page.getByLabel("Ich bin einverstanden").check();
    }
}

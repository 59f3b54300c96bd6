package de.krisenaustausch.municipality;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The directory as administrators keep it, and choosing from it. */
class DirectoryE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    private static FilePayload file(OfficialList list) {
        return new FilePayload("GV100AD.txt", "text/plain", list.bytes());
    }

    @Test
    void theOfficialListIsLookedAtAndTakenOver() {
        Scene.people();
        String mark = Scene.unique();
        Page page = browser.of(Person.ADMIN);
        page.navigate(Browser.at("/verwaltung"));
        link(page, "Kommunen").last().click();
        link(page, "Amtliches Verzeichnis einlesen").click();
        page.locator("#datei").setInputFiles(file(new OfficialList("20401231").county("16903", "Leseland").village("16903001", "Lesedorf " + mark, 10, 10).line("99", "", "", "x", "", "")));
        button(page, "Datei prüfen").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Zeile 3: Diese Satzart gibt es nicht.");
        Looks.right(page);

        page.locator("#datei").setInputFiles(file(new OfficialList("20401231").county("16903", "Leseland").village("16903001", "Lesedorf " + mark, 10, 10)));
        button(page, "Datei prüfen").click();
        page.locator(".ka-tabs a", new Page.LocatorOptions().setHasText("Neu")).click();
        assertThat(page.locator("main table")).containsText("Gemeinde Lesedorf " + mark);
        Looks.right(page);
        button(page, "Jetzt übernehmen").click();
        told(page, "Das Verzeichnis ist übernommen.");

        page.navigate(Browser.at("/verwaltung/kommunen?q=lesedorf+" + mark));
        Looks.right(page);
        link(page, "Gemeinde Lesedorf " + mark).click();
        page.getByLabel("Mail-Domains").fill("lese" + mark + ".de\nkeine");
        button(page, "Speichern").click();
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("„keine“ ist keine Mail-Domain.");
        page.getByLabel("Mail-Domains").fill("lese" + mark + ".de");
        button(page, "Speichern").click();
        told(page, "Die Mail-Domains sind gespeichert.");
        assertThat(page.getByLabel("Mail-Domains")).hasValue("lese" + mark + ".de");
        Looks.right(page);

        // the next list no longer has it, and nobody grew: a person decides
        page.navigate(Browser.at("/verwaltung/kommunen/einlesen"));
        page.locator("#datei").setInputFiles(file(new OfficialList("20411231").county("16903", "Leseland").village("16903002", "Schreibdorf " + mark, 99, 10)));
        button(page, "Datei prüfen").click();
        button(page, "Jetzt übernehmen").click();
        told(page, "Das Verzeichnis ist übernommen.");
        page.navigate(Browser.at("/verwaltung/kommunen?zustand=entfallen"));
        link(page, "Gemeinde Lesedorf " + mark).click();
        page.getByLabel("Nachfolgerin").fill("Schreibdorf " + mark);
        page.keyboard().press("Escape");
        button(page, "Nachfolgerin festlegen").click();
        told(page, "Die Nachfolgerin steht fest.");
        assertThat(page.locator("main")).containsText("Gemeinde Schreibdorf " + mark);
    }

    @Test
    void choosingTakesTheKeyboardAlone() {
        String mark = namesakes();
        Page page = browser.anonymous();
        page.navigate(Browser.at("/anmelden"));
        Browser.signIn(page, Accounts.open("Nina", "Tastatur"));
        Locator field = page.getByLabel("Kommune");
        field.focus();
        page.keyboard().type("neuenk " + mark + " stein");
        Locator options = page.locator(".ka-combo [role=option]");
        assertThat(options).hasCount(1);
        assertThat(field).hasAttribute("aria-expanded", "true");
        page.keyboard().press("ArrowDown");
        assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile(".+-0"));
        assertThat(options.first()).hasAttribute("aria-selected", "true");
        Looks.right(page);
        page.keyboard().press("Enter");
        assertThat(field).hasValue("Gemeinde Neuenkirchen " + mark + ", Kreis Steinfurt, NW");
        assertThat(field).hasAttribute("aria-expanded", "false");
        page.getByLabel("Dienststelle").fill("Hauptamt");
        button(page, "Speichern und weiter").click();
        told(page, "Ihr Profil ist gespeichert.");
    }

    /** Without scripts what was typed comes back with those to choose from. */
    @Test
    void choosingNeedsNoScript() {
        String mark = namesakes();
        SessionClient client = SessionClient.of(Accounts.open("Nora", "Skriptlos"));
        String page = client.get("/profil").body();
        Map<String, String> form = SessionClient.ownFields(page, "profil");
        form.putAll(Map.of("profil:givenName", "Nora", "profil:familyName", "Skriptlos", "profil:office", "Rathaus", "profil:municipality", "Neuenkirchen " + mark));
        String again = client.post("/profil", form).body();
        Assertions.assertThat(again).contains("gibt es mehrmals").contains("Kreis Steinfurt, Nordrhein-Westfalen").contains("Landkreis Heidekreis, Niedersachsen");
        java.util.regex.Matcher heide = Pattern.compile("value=\"(\\d+)\"[^>]*/?>\\s*<label[^>]*>[^<]*<span[^>]*>Landkreis Heidekreis").matcher(again);
        Assertions.assertThat(heide.find()).isTrue();
        form = SessionClient.ownFields(again, "profil");
        form.putAll(Map.of("profil:givenName", "Nora", "profil:familyName", "Skriptlos", "profil:office", "Rathaus", "profil:municipality", "Neuenkirchen " + mark,
            "municipality-getippt", "Neuenkirchen " + mark, "municipality-wahl", heide.group(1)));
        Assertions.assertThat(client.post("/profil", form).statusCode()).isEqualTo(302);
        Assertions.assertThat(SessionClient.value(client.get("/profil").body(), "profil:municipality")).isEqualTo("Gemeinde Neuenkirchen " + mark + ", Landkreis Heidekreis, NI");
    }

    private static String namesakes() {
        Scene.people();
        String mark = Scene.unique();
        Scene.ok(Api.as(Person.ADMIN).put("/api/v1/municipalities", Json.createArrayBuilder()
            .add(Scene.place("Gemeinde Neuenkirchen " + mark, "VILLAGE", "Landkreis Heidekreis", "NI", 5_600))
            .add(Scene.place("Gemeinde Neuenkirchen " + mark, "VILLAGE", "Kreis Steinfurt", "NW", 14_200)).build().toString()));
        return mark;
    }
}

package de.krisenaustausch.member;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming for the first time, and going. */
class NewcomerE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void firstSignInAsksWhereOneWorksAndThenGoesOn() {
        Room room = Scene.space("Krisenstäbe", "Stabsarbeit");
        String wanted = room.path() + "?thema=stabsarbeit";
        Page page = browser.anonymous();
        page.navigate(Browser.at(wanted));
        Browser.signIn(page, Accounts.open("Nele", "Neubauer"));
        assertThat(page.locator("h1")).hasText("Willkommen! Wo arbeiten Sie?");
        assertThat(page.getByLabel("Vorname")).hasValue("Nele");
        assertThat(page.getByLabel("Nachname")).hasValue("Neubauer");

        button(page, "Speichern und weiter").click();
        Locator summary = page.locator(".ka-messages [role=alert]");
        assertThat(summary).containsText("Kommune: Bitte wählen Sie Ihre Kommune aus den Vorschlägen.");
        assertThat(summary).containsText("Dienststelle: Bitte füllen Sie dieses Feld aus.");

        chooseMunicipality(page, "beispielst", "Stadt Beispielstadt");
        page.getByLabel("Dienststelle").fill("Bürgermeisterbüro");
        button(page, "Speichern und weiter").click();
        told(page, "Ihr Profil ist gespeichert.");
        assertThat(page).hasURL(Browser.at(wanted) + "&meldung=profile");
        page.navigate(Browser.at("/profil"));
        assertThat(page.getByLabel("Dienststelle")).hasValue("Bürgermeisterbüro");
    }

    /** What she does there is asked at registration; here she changes it, and a program that does not know of it leaves it alone. */
    @Test
    void functionIsToldChangedAndTakenBack() {
        String email = Ground.person("Neuamt" + Scene.unique());
        Page page = profileOf(email);
        page.getByLabel("Funktion").fill("Leitung des Krisenstabs");
        Looks.right(page);
        button(page, "Speichern").click();
        told(page, "Ihr Profil ist gespeichert.");
        assertThat(page.getByLabel("Funktion")).hasValue("Leitung des Krisenstabs");

        JsonObject before = Api.json(Scene.ok(Api.as(email).get("/api/v1/me")));
        Assertions.assertThat(before.getString("function")).isEqualTo("Leitung des Krisenstabs");
        Scene.ok(Api.as(email).put("/api/v1/me", Json.createObjectBuilder().add("givenName", "Probe").add("familyName", "Neuamt")
            .add("municipality", before.getString("municipality")).add("office", "Stab").build().toString()));
        page.navigate(Browser.at("/profil"));
        assertThat(page.getByLabel("Dienststelle")).hasValue("Stab");
        assertThat(page.getByLabel("Funktion")).hasValue("Leitung des Krisenstabs");

        page.getByLabel("Funktion").fill("");
        button(page, "Speichern").click();
        told(page, "Ihr Profil ist gespeichert.");
        Assertions.assertThat(Api.json(Scene.ok(Api.as(email).get("/api/v1/me"))).containsKey("function")).isFalse();
    }

    /** Each sign-in takes over the name that Keycloak has: it must be the one that she gave herself here. */
    @Test
    void nameThatSheChangedIsTheSameAfterTheNextSignIn() {
        String email = Ground.person("Vorher" + Scene.unique());
        Page page = profileOf(email);
        page.getByLabel("Nachname").fill("Nachher");
        button(page, "Speichern").click();
        told(page, "Ihr Profil ist gespeichert.");

        assertThat(profileOf(email).getByLabel("Nachname")).hasValue("Nachher");
    }

    /** Her profile in a browser where nobody was signed in. */
    private Page profileOf(String email) {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/profil"));
        Browser.signIn(page, email);
        return page;
    }

    /** There are a dozen Neuenkirchen: the suggestions tell them apart, and the chosen one stays chosen. */
    @Test
    void municipalitiesWithUmlautsAndNamesakesAreFound() {
        Scene.people();
        String mark = Scene.unique();
        Scene.ok(Api.as(Person.ADMIN).put("/api/v1/municipalities", Json.createArrayBuilder()
            .add(Scene.place("Stadt Überlingen " + mark, "TOWN", "Bodenseekreis", "BW", 22_700))
            .add(Scene.place("Gemeinde Neuenkirchen " + mark, "VILLAGE", "Landkreis Heidekreis", "NI", 5_600))
            .add(Scene.place("Gemeinde Neuenkirchen " + mark, "VILLAGE", "Kreis Steinfurt", "NW", 14_200)).build().toString()));
        Page page = browser.anonymous();
        page.navigate(Browser.at("/anmelden"));
        Browser.signIn(page, Accounts.open("Nora", "Neumann"));

        Locator field = page.getByLabel("Kommune");
        field.pressSequentially("überl");
        assertThat(suggestions(page).filter(new Locator.FilterOptions().setHasText(mark))).hasText("Stadt Überlingen " + mark + " Bodenseekreis, Baden-Württemberg");
        field.fill("");
        field.pressSequentially("Neuenkirchen " + mark);
        assertThat(suggestions(page)).containsText(new String[] {"Kreis Steinfurt, Nordrhein-Westfalen", "Landkreis Heidekreis, Niedersachsen"});
        suggestions(page).filter(new Locator.FilterOptions().setHasText("Heidekreis")).click();
        page.getByLabel("Dienststelle").fill("Hauptamt");
        button(page, "Speichern und weiter").click();
        told(page, "Ihr Profil ist gespeichert.");
        page.navigate(Browser.at("/profil"));
        assertThat(page.getByLabel("Kommune")).hasValue("Gemeinde Neuenkirchen " + mark + ", Landkreis Heidekreis, NI");
    }

    @Test
    void inventedMunicipalityIsNotTaken() {
        Scene.people();
        Page page = browser.anonymous();
        page.navigate(Browser.at("/anmelden"));
        Browser.signIn(page, Accounts.open("Nils", "Neu"));
        page.getByLabel("Kommune").fill("Schilda");
        page.getByLabel("Dienststelle").fill("Rathaus");
        button(page, "Speichern und weiter").click();
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("Eine Kommune mit dem Namen „Schilda“ kennen wir nicht");
        assertThat(page.getByLabel("Dienststelle")).hasValue("Rathaus");
    }

    /** Whoever signs out of the portal at a shared desk is signed out everywhere: nobody gets in by going back. */
    @Test
    void signOutEndsBothSessions() {
        Room room = Scene.space("Schichtwechsel");
        Page page = browser.anonymous();
        page.navigate(Browser.at(room.path()));
        Browser.signIn(page, Person.JONAS);
        assertThat(page.locator("h1")).hasText("Schichtwechsel");
        String old = page.context().cookies().stream().filter(cookie -> "KASESSION".equals(cookie.name)).findFirst().orElseThrow().value;

        page.locator(".ka-top-me summary").click();
        button(page, "Abmelden").click();
        told(page, "Sie sind abgemeldet.");
        assertThat(page.locator("h1")).hasText("Kommunen helfen Kommunen durch die Krise");
        page.goBack();
        page.navigate(Browser.at(room.path()));
        assertThat(page.locator("#password")).isVisible();

        Page thief = browser.anonymous();
        thief.context().addCookies(java.util.List.of(new com.microsoft.playwright.options.Cookie("KASESSION", old).setUrl(Browser.at("/"))));
        thief.navigate(Browser.at(room.path()));
        assertThat(thief.locator("#password")).isVisible();
        Assertions.assertThat(thief.url()).contains("/realms/krisenaustausch/");
    }

    private static void chooseMunicipality(Page page, String typed, String name) {
        page.getByLabel("Kommune").pressSequentially(typed);
        suggestions(page).filter(new Locator.FilterOptions().setHasText(name)).first().click();
        assertThat(page.getByLabel("Kommune")).hasValue(Pattern.compile(name + ".*"));
    }

    private static Locator suggestions(Page page) {
        return page.locator(".ka-combo [role=option]");
    }
}

package de.krisenaustausch.member;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.identity.Credential;
import de.krisenaustausch.platform.identity.NewAccount;
import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.PasskeyDevice;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.TestStack;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming in with the credentials that one has, by the personal link's last step, and being signed out from elsewhere. */
class ExistingCredentialsE2E {

    private static final String ROOM = "kgst-" + Scene.unique();

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void furnish() {
        Scene.people();
        Scene.ok(Api.as(Person.ADMIN).put("/api/v1/municipalities", Json.createArrayBuilder()
            .add(Scene.place("Stadt Musterhausen", "CITY", null, "SN", 231_800)).add(Scene.place("Stadt Musterfurt", "TOWN", null, "HE", 47_000))
            .add(Scene.place("Stadt Probenau", "CITY", null, "HE", 118_400)).add(Scene.place("Stadt Beispielheim", "TOWN", null, "BY", 21_000)).build().toString()));
        Scene.ok(Api.as(Person.ADMIN).put("/api/v1/associations", Json.createObjectBuilder().add("shortName", "KGSt")
            .add("name", "Kommunale Gemeinschaftsstelle für Verwaltungsmanagement").build().toString()));
        Scene.ok(Api.as(Person.ADMIN).post("/api/v1/spaces", Json.createObjectBuilder().add("slug", ROOM).add("name", "KGSt-Vergleichsring")
            .add("purpose", "Für die Mitglieder der KGSt.").add("association", "kgst").add("visibility", "INVITED").add("forAssociation", true)
            .add("topics", Json.createArrayBuilder()).build().toString()));
    }

    /** The first visit, with the password that she has at her association: straight to the space that is for its members. */
    @Test
    void memberFromADirectoryReachesHerSpaceAtOnce() {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/bereiche/" + ROOM));
        Browser.signIn(page, "lena.grosse@musterhausen.example");
        assertThat(page.locator("h1")).hasText("KGSt-Vergleichsring");
        page.navigate(Browser.at("/profil"));
        assertThat(page.getByLabel("Nachname")).hasValue("Große");
        assertThat(page.locator("main")).containsText("Personalamt");
        assertThat(page.locator("main")).containsText("Diese Angaben führt das Verzeichnis von KGSt.");
        Browser.accessible(page);
    }

    @Test
    void whatChangesInTheDirectoryChangesHere() {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/profil"));
        Browser.signIn(page, "s.celik");
        assertThat(page.getByLabel("Nachname")).hasValue("Çelik");
        page.locator(".ka-top-me summary").click();
        button(page, "Abmelden").click();
        told(page, "Sie sind abgemeldet.");

        TestStack.get().changeInDirectory("s.celik", "sn", "Çelik-Baumann");
        TestStack.get().changeInDirectory("s.celik", "o", "Stadt Musterfurt");
        page.navigate(Browser.at("/profil"));
        Browser.signIn(page, "s.celik");
        assertThat(page.getByLabel("Nachname")).hasValue("Çelik-Baumann");
        assertThat(page.locator("main")).containsText("Stadt Musterfurt");
    }

    @Test
    void memberOfAnotherAssociationDoesNotSeeTheSpace() {
        Page page = browser.of(Person.JONAS);
        Assertions.assertThat(page.navigate(Browser.at("/bereiche/" + ROOM)).status()).isEqualTo(404);
    }

    @Test
    void associationsOwnSignInByOpenIdConnect() {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/profil"));
        page.locator("#social-dstgb").click();
        Browser.signIn(page, "gesa.petersen@beispielheim.example");
        assertThat(page.getByLabel("Nachname")).hasValue("Petersen");
        assertThat(page.locator("main")).containsText("Stadt Beispielheim");
    }

    @Test
    void associationsOwnSignInBySaml() {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/profil"));
        page.locator("#social-landkreistag-musterland").click();
        Browser.signIn(page, "dorothea.quast@beispielland.example");
        assertThat(page.getByLabel("Nachname")).hasValue("Quast");
        assertThat(page.locator("main")).containsText("Gesundheitsamt");
    }

    @Test
    void ticketLeadsToAPasswordOnceAndOnlyOnce() {
        String email = "ticket." + Scene.unique() + "@musterhausen.example";
        String way = way(email, Set.of(Credential.values()));
        Page page = browser.anonymous();
        page.navigate(Browser.at(way));
        assertThat(page.locator("h1")).hasText("Wie möchten Sie sich künftig anmelden?");
        Browser.accessible(page);
        button(page, "Passwort festlegen").click();
        page.locator("#password-new").fill("Ein-neues-Passwort-26");
        page.locator("#password-confirm").fill("Ein-neues-Passwort-26");
        button(page, "Passwort speichern").click();
        assertThat(page.locator("h1")).hasText("Willkommen! Wo arbeiten Sie?");

        Page thief = browser.anonymous();
        thief.navigate(Browser.at(way));
        assertThat(thief.locator("main")).containsText("Dieser Zugang wurde schon verwendet oder ist abgelaufen.");
        assertThat(thief.locator("#username")).hasValue("");
    }

    /** On a shared computer the newcomer does not come in as whoever sat there before. */
    @Test
    void ticketEndsTheSessionOfWhoeverWasHereBefore() {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/bereiche"));
        Browser.signIn(page, Person.PETRA);
        page.context().clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("KASESSION"));
        page.navigate(Browser.at(way("naechste." + Scene.unique() + "@musterhausen.example", Set.of())));
        assertThat(page.locator("h1")).hasText("Willkommen! Wo arbeiten Sie?");
    }

    @Test
    void ticketLeadsToAPasskeyThatSignsInByItself() {
        Page page = browser.anonymous();
        PasskeyDevice.of(page);
        page.navigate(Browser.at(way("passkey." + Scene.unique() + "@musterhausen.example", Set.of(Credential.PASSKEY))));
        assertThat(page.locator("h1")).hasText("Passkey einrichten");
        page.locator("#registerWebAuthn").click();
        assertThat(page.locator("h1")).hasText("Willkommen! Wo arbeiten Sie?");

        page.locator(".ka-top-me summary").click();
        button(page, "Abmelden").click();
        told(page, "Sie sind abgemeldet.");
        page.navigate(Browser.at("/profil"));
        assertThat(page.locator("h1")).hasText("Willkommen! Wo arbeiten Sie?");
    }

    @Test
    void signInsAreShownAndEndedFromElsewhere() {
        String email = Accounts.open("Zweimal", "Angemeldet");
        Page first = browser.anonymous();
        first.navigate(Browser.at("/profil"));
        Browser.signIn(first, email);
        first.locator("#profil\\:office").waitFor();
        Page second = browser.anonymous();
        second.navigate(Browser.at("/profil"));
        Browser.signIn(second, email);
        de.krisenaustausch.testing.Ground.introduce(email, "Zweimal", "Angemeldet", "Hauptamt");

        first.navigate(Browser.at("/profil/anmeldungen"));
        assertThat(first.locator("tbody tr")).hasCount(3);
        assertThat(first.locator("main")).containsText("Chrome unter Linux");
        Browser.accessible(first);
        button(first, "Alle anderen beenden").click();
        told(first, "Alle anderen Anmeldungen sind beendet.");

        second.navigate(Browser.at("/profil"));
        assertThat(second.locator("#password")).isVisible();
        first.navigate(Browser.at("/profil/anmeldungen"));
        assertThat(first.locator("tbody tr")).hasCount(1);
    }

    private static String way(String email, Set<Credential> toChoose) {
        de.krisenaustausch.platform.identity.Accounts accounts = new de.krisenaustausch.platform.identity.Accounts(new Configuration(Map.of(
            "KA_OIDC_URL", TestStack.get().keycloakUrl() + "/realms/krisenaustausch", "KA_OIDC_SECRET", "local-stack-only")), Clock.systemUTC());
        String subject = accounts.open(new NewAccount(email, "Neu", "Hier", "de"));
        return de.krisenaustausch.platform.identity.Accounts.wayIn(accounts.ticket(subject, toChoose, Duration.ofMinutes(2)), "/profil");
    }
}

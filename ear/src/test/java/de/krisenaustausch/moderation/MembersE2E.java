package de.krisenaustausch.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.title;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do with members. */
class MembersE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void people() {
        Scene.people();
    }

    @Test
    void isFoundBlockedAndLetInAgain() {
        String name = "Sperrmann" + Scene.unique();
        String email = Ground.person(name);
        Page hers = browser.anonymous();
        hers.navigate(Browser.at("/bereiche"));
        Browser.signIn(hers, email);
        assertThat(title(hers)).hasText("Bereiche");

        Page office = browser.of(Person.ADMIN);
        office.navigate(Browser.at("/verwaltung"));
        link(office, "Mitglieder").click();
        search(office, name);
        assertThat(rows(office)).hasCount(1);
        assertThat(rows(office)).containsText(email);
        assertThat(rows(office)).containsText("aktiv");
        link(office, "Probe " + name).click();
        assertThat(title(office)).hasText("Probe " + name);
        assertThat(office.locator("aside")).containsText("Angemeldet seit");

        unfold(office, "Sperren");
        button(office, "Jetzt sperren").click();
        assertThat(office.locator(".ka-messages [role=alert]")).containsText("Grund der Sperre");
        assertThat(button(office, "Jetzt sperren")).isVisible();
        Looks.right(office);
        office.getByLabel("Grund der Sperre").fill("Hat den Landkreis verlassen");
        button(office, "Jetzt sperren").click();
        told(office, "Gesperrt. Laufende Sitzungen sind beendet.");
        assertThat(office.locator("main")).containsText("Hat den Landkreis verlassen");
        Looks.right(office);

        hers.navigate(Browser.at("/bereiche"));
        Assertions.assertThat(title(hers).textContent()).doesNotContain("Bereiche");
        search(office, name);
        assertThat(rows(office)).containsText("gesperrt");

        link(office, "Probe " + name).click();
        button(office, "Entsperren").click();
        told(office, "Entsperrt.");
        Page again = browser.anonymous();
        again.navigate(Browser.at("/bereiche"));
        Browser.signIn(again, email);
        assertThat(title(again)).hasText("Bereiche");
        office.navigate(Browser.at("/verwaltung/protokoll?wer=" + email));
        assertThat(office.locator("tbody tr")).hasCount(2);
        assertThat(office.locator("tbody tr").last()).containsText("Mitglied gesperrt");
        assertThat(office.locator("tbody tr").last()).containsText("Hat den Landkreis verlassen");
    }

    /** The table is PrimeFaces': pages and order come by ajax, under the portal's policy for scripts. */
    @Test
    void tableIsSortedAndTurned() {
        String family = "Blatt" + Scene.unique();
        for (int i = 0; i < 27; i++) {
            Database.change("insert into member (id, version, subject, given_name, family_name, email, placed, blocked, administrator, created_at) "
                + "values (nextval('ka_seq'), 1, ?, ?, ?, ?, false, false, false, now())", family + i, "Nr%02d".formatted(i), family, family + i + "@versuch.example");
        }
        Page office = browser.of(Person.ADMIN);
        office.navigate(Browser.at("/verwaltung/mitglieder?q=" + family));
        assertThat(rows(office)).hasCount(25);
        assertThat(office.locator(".ui-paginator-current")).hasText("1 bis 25 von 27");
        Looks.right(office);
        office.locator(".ui-paginator-next").click();
        assertThat(rows(office)).hasCount(2);
        office.locator("th", new Page.LocatorOptions().setHasText("Name")).click();
        assertThat(office.locator("th[aria-sort=descending]")).containsText("Name");
        assertThat(rows(office).first()).containsText("Nr26");
        Looks.right(office);
    }

    @Test
    void movesAndIsCorrected() {
        Room room = Scene.space("Umzug " + Scene.unique());
        String name = "Umzieher" + Scene.unique();
        String email = Ground.person(name);
        String before = municipality(email);
        long document = Ground.share(email, room.slug(), "Bleibt da " + name, "Text");
        Page office = browser.of(Person.ADMIN);
        open(office, email);
        office.getByLabel("Funktion").fill("Sachbearbeitung Ordnungsamt");
        office.getByLabel("Nachname").fill(name + "-Neu");
        button(office, "Speichern").click();
        told(office, "Die Angaben sind gespeichert.");
        assertThat(title(office)).hasText("Probe " + name + "-Neu");
        unfold(office, "In eine andere Kommune umziehen");
        office.getByLabel("Kommune").fill("Stadt Beispielstadt");
        office.keyboard().press("Escape");
        button(office, "Umziehen").click();
        told(office, "Die Person gehört jetzt zur neuen Kommune.");
        assertThat(office.locator("dl").first()).containsText("Stadt Beispielstadt");
        Looks.right(office);

        // what she shared stays with the former municipality, and Keycloak knows the new name
        Page hers = browser.anonymous();
        hers.navigate(Browser.at(room.path(document)));
        Browser.signIn(hers, email);
        assertThat(hers.locator("main")).containsText(before);
        assertThat(hers.locator("main")).containsText(name + "-Neu");
        hers.navigate(Browser.at("/profil"));
        assertThat(hers.getByLabel("Kommune")).hasValue(Pattern.compile("Stadt Beispielstadt.*"));
        assertThat(hers.getByLabel("Nachname")).hasValue(name + "-Neu");
    }

    @Test
    void twoAccountsBecomeOne() {
        Room room = Scene.space("Doppelt " + Scene.unique());
        String name = "Doppelt" + Scene.unique();
        String stays = Ground.person(name);
        String goes = Ground.person(name);
        long document = Ground.share(goes, room.slug(), "Von beiden " + name, "Text");
        String before = municipality(goes);
        Ground.join(room.slug(), goes);
        Page office = browser.of(Person.ADMIN);
        open(office, stays);
        link(office, "Mit einem anderen Konto zusammenlegen").click();
        office.getByLabel("E-Mail-Adresse des anderen Kontos").fill(stays);
        button(office, "Ansehen, was umzieht").click();
        assertThat(office.locator(".ka-messages [role=alert]")).containsText("lassen sich nicht zusammenlegen");
        office.getByLabel("E-Mail-Adresse des anderen Kontos").fill(goes.toUpperCase(Locale.ROOT));
        button(office, "Ansehen, was umzieht").click();
        assertThat(office.locator("dt:text-is('Geteilte Dokumente') + dd")).hasText("1");
        assertThat(office.locator("dt:text-is('Bereiche, in denen sie ist') + dd")).hasText("1");
        Looks.right(office);
        button(office, "Endgültig zusammenlegen").click();
        told(office, "Zusammengelegt. Das andere Konto ist geschlossen.");
        assertThat(office.locator("aside")).containsText(room.name());
        office.navigate(Browser.at("/verwaltung/mitglieder?zustand=MERGED&q=" + goes));
        link(office, "Probe " + name).click();
        assertThat(office.locator("main")).containsText("Dieses Konto ist geschlossen");
        Looks.right(office);

        Assertions.assertThat(Database.column("select m.email from document d join member m on m.id = d.shared_by_id where d.id = ?", document)).containsExactly(stays);
        Assertions.assertThat(Database.column("select p.name from document d join municipality p on p.id = d.municipality_id where d.id = ?", document)).containsExactly(before);
        Page gone = browser.anonymous();
        gone.navigate(Browser.at("/bereiche"));
        gone.locator("#username").fill(goes);
        gone.locator("#password").fill(Person.PASSWORD);
        gone.locator("#kc-login").click();
        assertThat(gone.locator("body")).containsText("gesperrt");
        Page stayed = browser.anonymous();
        stayed.navigate(Browser.at("/bereiche"));
        Browser.signIn(stayed, stays);
        assertThat(stayed.locator("main")).containsText(room.name());
    }

    @Test
    void severalAtOnce() {
        String name = "Viele" + Scene.unique();
        Room room = Scene.closedSpace("Kreis " + Scene.unique(), "INVITED");
        String one = Ground.person(name);
        String two = Ground.person(name);
        Page office = browser.of(Person.ADMIN);
        choose(office, name, one, two);
        assertThat(office.locator("[data-ka-bulk]")).containsText("2");
        Looks.right(office);
        button(office, "Weiter mit der Auswahl").click();
        assertThat(office.locator("tbody tr")).hasCount(2);
        Looks.right(office);
        office.getByLabel("Bereich").selectOption(room.slug());
        button(office, "In den Bereich aufnehmen").click();
        told(office, "Die ausgewählten Personen sind jetzt im Bereich.");
        Assertions.assertThat(Database.column("select 1 from membership b join member m on m.id = b.member_id where m.family_name = ? and b.state = 'ACTIVE'", name)).hasSize(2);

        proceed(office, name, one, two);
        office.getByLabel("Grund der Sperre").fill("Kreisreform");
        button(office, "Alle sperren").click();
        told(office, "Die ausgewählten Personen sind gesperrt.");
        office.navigate(Browser.at("/verwaltung/mitglieder?zustand=BLOCKED&q=" + name));
        assertThat(rows(office)).hasCount(2);
        office.navigate(Browser.at("/verwaltung/protokoll?tat=memberBlock&wer=" + one));
        assertThat(office.locator("tbody tr").first()).containsText("Kreisreform");

        proceed(office, name, one, two);
        assertThat(office.locator("tbody tr").first()).containsText("gesperrt");
        button(office, "Alle entsperren").click();
        told(office, "Die ausgewählten Personen sind entsperrt.");
        search(office, name);
        assertThat(rows(office).filter(new Locator.FilterOptions().setHasText("aktiv"))).hasCount(2);
        Page hers = browser.anonymous();
        hers.navigate(Browser.at(room.path()));
        Browser.signIn(hers, one);
        assertThat(title(hers)).hasText(room.name());
        office.navigate(Browser.at("/verwaltung/protokoll?tat=memberUnblock&wer=" + two));
        assertThat(office.locator("tbody tr").first()).containsText("Kreisreform");

        proceed(office, name, one, two);
        office.getByLabel("Bereich").selectOption(room.slug());
        button(office, "Aus dem Bereich nehmen").click();
        told(office, "Die ausgewählten Personen sind nicht mehr im Bereich.");
        Assertions.assertThat(hers.navigate(Browser.at(room.path())).status()).isEqualTo(404);
        Assertions.assertThat(Database.column("select 1 from membership b join member m on m.id = b.member_id where m.family_name = ?", name)).isEmpty();
        office.navigate(Browser.at("/verwaltung/protokoll?tat=memberOutOfSpace&wer=" + two));
        assertThat(office.locator("tbody tr").first()).containsText(room.name());
    }

    @Test
    void administratorsRightIsGivenAndTaken() {
        String name = "Rechte" + Scene.unique();
        String email = Ground.person(name);
        Page office = browser.of(Person.ADMIN);
        open(office, email);
        unfold(office, "Verwaltungsrecht geben");
        button(office, "Recht geben").click();
        told(office, "Die Person hat jetzt das Verwaltungsrecht.");
        Page hers = browser.anonymous();
        hers.navigate(Browser.at("/verwaltung/mitglieder"));
        Browser.signIn(hers, email);
        assertThat(title(hers)).hasText("Mitglieder");
        open(hers, email);
        assertThat(hers.locator("main")).containsText("Das sind Sie selbst.");
        Looks.right(hers);
        office.reload();
        unfold(office, "Verwaltungsrecht entziehen");
        button(office, "Recht entziehen").click();
        told(office, "Die Person hat das Verwaltungsrecht nicht mehr.");
        Await.until("she is no administrator any more", Duration.ofSeconds(90), () -> {
            hers.navigate(Browser.at("/verwaltung/mitglieder"));
            return !"Mitglieder".equals(title(hers).textContent());
        });
    }

    private static void choose(Page page, String words, String... emails) {
        search(page, words);
        for (String email : emails) {
            rows(page).filter(new Locator.FilterOptions().setHasText(email)).locator("[type=checkbox]").check();
        }
    }

    /** Chooses them, and goes on to what is done with all of them. */
    private static void proceed(Page page, String words, String... emails) {
        choose(page, words, emails);
        button(page, "Weiter mit der Auswahl").click();
    }

    private static void open(Page page, String email) {
        page.navigate(Browser.at("/verwaltung/mitglieder/" + Database.column("select id from member where email = ?", email).get(0)));
    }

    private static String municipality(String email) {
        return Database.column("select p.name from member m join municipality p on p.id = m.municipality_id where m.email = ?", email).get(0);
    }

    private static void search(Page page, String words) {
        page.navigate(Browser.at("/verwaltung/mitglieder"));
        page.getByLabel("Name, E-Mail, Kommune oder Dienststelle").fill(words);
        button(page, "Suchen").last().click();
    }

    private static Locator rows(Page page) {
        return page.locator("[id='liste:mitglieder'] tbody tr");
    }

    private static void unfold(Page page, String what) {
        page.locator("summary", new Page.LocatorOptions().setHasText(what)).first().click();
    }
}

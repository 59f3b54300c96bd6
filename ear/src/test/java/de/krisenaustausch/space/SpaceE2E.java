package de.krisenaustausch.space;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming into a space, finding one's way in it, keeping it, and leaving. */
class SpaceE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void memberJoinsAndLeaves() {
        Room room = Scene.space("Offener Bereich");
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(room.path()));
        button(page, "Beitreten").click();
        told(page, "Sie gehören jetzt zu diesem Bereich.");
        page.navigate(Browser.at("/bereiche"));
        assertThat(entry(page, room).locator(".ka-badge")).hasText("Mitglied");

        page.navigate(Browser.at(room.path()));
        page.locator("summary", new Page.LocatorOptions().setHasText("Bereich verlassen")).click();
        assertThat(page.locator(".ka-more[open]")).containsText("Sie können jederzeit wiederkommen.");
        button(page, "Ja, verlassen").click();
        told(page, "Sie haben den Bereich verlassen.");
        assertThat(entry(page, room).locator(".ka-badge")).hasCount(0);
    }

    @Test
    void requestIsGrantedByTheModeratorAndOpensTheSpace() {
        Room room = Scene.closedSpace("Alarmpläne", "ON_REQUEST");
        long id = Scene.share(Person.MARA, room, "Alarmplan", "Alarmplan.txt", Papers.text("vertraulich"));
        Page jonas = browser.of(Person.JONAS);
        Assertions.assertThat(jonas.navigate(Browser.at(room.path(id))).status()).isEqualTo(404);
        jonas.navigate(Browser.at(room.path()));
        assertThat(jonas.locator("main")).containsText("Dieser Bereich ist geschlossen");
        assertThat(jonas.locator("main")).not().containsText("Alarmplan");
        button(jonas, "Beitritt anfragen").click();
        told(jonas, "Ihre Anfrage ist bei der Moderation.");
        assertThat(button(jonas, "Anfrage zurückziehen")).isVisible();

        Page mara = browser.of(Person.MARA);
        mara.navigate(Browser.at(room.path()));
        link(mara, "Mitglieder und Anfragen").click();
        assertThat(mara.locator("#wartende")).containsText("Gemeinde Musterdorf · Hauptamt");
        button(mara, "Annehmen Jonas Wendt").click();
        told(mara, "Die Anfrage ist angenommen.");
        assertThat(mara.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("Jonas Wendt"))).isVisible();

        jonas.reload();
        link(jonas, "Alarmplan").click();
        assertThat(jonas.locator("h1")).hasText("Alarmplan");
    }

    @Test
    void requestIsRefusedOrWithdrawn() {
        Room room = Scene.closedSpace("Abgelehnt", "ON_REQUEST");
        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(room.path()));
        button(jonas, "Beitritt anfragen").click();
        button(jonas, "Anfrage zurückziehen").click();
        told(jonas, "Das ist zurückgezogen.");
        jonas.navigate(Browser.at(room.path()));
        button(jonas, "Beitritt anfragen").click();
        told(jonas, "Ihre Anfrage ist bei der Moderation.");

        Page mara = browser.of(Person.MARA);
        mara.navigate(Browser.at(room.path() + "/mitglieder"));
        button(mara, "Ablehnen Jonas Wendt").click();
        told(mara, "Die Anfrage ist abgelehnt.");
        jonas.reload();
        assertThat(button(jonas, "Beitritt anfragen")).isVisible();
    }

    /** A space for invited people does not exist for others; whoever is invited sees it in her list. */
    @Test
    void invitationOpensAHiddenSpace() {
        Room room = Scene.closedSpace("Nur auf Einladung", "INVITED");
        Page jonas = browser.of(Person.JONAS);
        Assertions.assertThat(jonas.navigate(Browser.at(room.path())).status()).isEqualTo(404);

        Page mara = browser.of(Person.MARA);
        mara.navigate(Browser.at(room.path() + "/mitglieder"));
        mara.locator("[id='einladen:email']").fill("niemand@nirgends.example");
        button(mara, "Einladen").click();
        assertThat(mara.locator(".ka-messages [role=alert]")).containsText("Mit der Adresse „niemand@nirgends.example“ hat sich hier noch niemand angemeldet.");
        mara.locator("[id='einladen:email']").fill(Person.JONAS.email());
        button(mara, "Einladen").click();
        told(mara, "Die Einladung liegt bereit");

        jonas.navigate(Browser.at("/bereiche"));
        assertThat(entry(jonas, room).locator(".ka-badge")).hasText("eingeladen");
        entry(jonas, room).getByRole(AriaRole.LINK).first().click();
        button(jonas, "Einladung annehmen").click();
        told(jonas, "Sie gehören jetzt zu diesem Bereich.");
    }

    @Test
    void listIsNarrowedByTopicAndType() {
        Room room = Scene.space("Gefiltert", "Personal", "Vergaberecht");
        Scene.share(Person.PETRA, room, "Dienstplan", "dienstanweisung", List.of("Personal"), "a.txt", Papers.text("a"));
        Scene.share(Person.PETRA, room, "Wertgrenzen", "merkblatt", List.of("Vergaberecht"), "b.txt", Papers.text("b"));
        Scene.share(Person.PETRA, room, "Urlaubssperre", "merkblatt", List.of("Personal"), "c.txt", Papers.text("c"));
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(room.path()));
        assertThat(titles(page)).hasText(new String[] {"Urlaubssperre", "Wertgrenzen", "Dienstplan"});

        pick(page, "Thema", "Personal");
        assertThat(titles(page)).hasText(new String[] {"Urlaubssperre", "Dienstplan"});
        pick(page, "Dokumentart", "Merkblatt");
        assertThat(titles(page)).hasText(new String[] {"Urlaubssperre"});
        assertThat(page).hasURL(Browser.at(room.path() + "?thema=personal&art=merkblatt"));
        pick(page, "Personal", "Vergaberecht");
        pick(page, "Merkblatt", "Satzung");
        assertThat(page.locator(".ka-empty")).containsText("Dazu gibt es hier nichts");
        link(page, "Alle Beiträge des Bereichs zeigen").click();
        assertThat(titles(page)).hasCount(3);
    }

    /** While somebody reads on, others share: no row comes twice, none is left out. */
    @Test
    void nextPageShowsNoRowTwice() {
        Room room = Scene.space("Viele Dokumente");
        int count = 25;
        for (int i = 1; i <= count; i++) {
            Scene.share(Person.PETRA, room, "Dokument " + i, "d" + i + ".txt", Papers.text("Dokument " + i));
        }
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(room.path()));
        List<String> seen = new ArrayList<>(titles(page).allTextContents());
        Assertions.assertThat(seen.size()).isLessThan(count);
        Scene.share(Person.PETRA, room, "Inzwischen dazugekommen", "neu.txt", Papers.text("neu"));
        while (link(page, "Weitere anzeigen").count() > 0) {
            String before = page.url();
            link(page, "Weitere anzeigen").click();
            page.waitForURL(url -> !url.equals(before));
            seen.addAll(titles(page).allTextContents());
        }
        Assertions.assertThat(seen).doesNotHaveDuplicates().hasSize(count).doesNotContain("Inzwischen dazugekommen");
        page.navigate(Browser.at(room.path()));
        assertThat(titles(page).first()).hasText("Inzwischen dazugekommen");
    }

    @Test
    void whatIsNewSinceTheLastVisitIsMarked() {
        Room room = Scene.space("Neues");
        Scene.share(Person.PETRA, room, "Schon bekannt", "alt.txt", Papers.text("alt"));
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(room.path()));
        assertThat(page.locator(".ka-context")).containsText("Mara Lindner");
        assertThat(page.locator(".ka-entry")).hasCount(1);
    }

    /** Two moderators write at once: the second is shown what the first one saved, and her own text is still there. */
    @Test
    void secondEditorIsTold() {
        Room room = Scene.space("Doppelt bearbeitet");
        Page first = browser.of(Person.MARA);
        Page second = browser.of(Person.ADMIN);
        first.navigate(Browser.at(room.path() + "/bearbeiten"));
        second.navigate(Browser.at(room.path() + "/bearbeiten"));
        first.getByLabel("Zweck").fill("Für alle, die Krisenstäbe leiten.");
        button(first, "Speichern").click();
        told(first, "Der Bereich ist gespeichert.");
        assertThat(first.locator(".ka-lead").first()).hasText("Für alle, die Krisenstäbe leiten.");

        second.getByLabel("Zweck").fill("Für Feuerwehren.");
        button(second, "Speichern").click();
        assertThat(second.locator(".ka-messages [role=alert]")).containsText("Jemand anderes war schneller");
        assertThat(second.locator(".ka-notice-warning")).containsText("Für alle, die Krisenstäbe leiten.");
        assertThat(second.getByLabel("Zweck")).hasValue("Für Feuerwehren.");
        button(second, "Speichern").click();
        told(second, "Der Bereich ist gespeichert.");
        assertThat(second.locator(".ka-lead").first()).hasText("Für Feuerwehren.");
    }

    @Test
    void onlyModeratorsKeepTheSpace() {
        Room room = Scene.space("Fremd");
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(room.path()));
        assertThat(link(page, "Bereich bearbeiten")).hasCount(0);
        Assertions.assertThat(page.navigate(Browser.at(room.path() + "/bearbeiten")).status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Das dürfen Sie nicht öffnen");
    }

    private static Locator entry(Page page, Room room) {
        return page.locator(".ka-entry", new Page.LocatorOptions().setHas(page.locator("a[href$='" + room.path() + "']")));
    }

    private static Locator titles(Page page) {
        return page.locator(".ka-entry-title a");
    }

    /** Opens a menu of the bar above the list and follows one of its links. */
    private static void pick(Page page, String menu, String choice) {
        page.locator(".ka-bar summary", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + menu + "\\s*$"))).click();
        page.locator(".ka-bar details[open]").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(choice).setExact(true)).click();
        page.waitForLoadState();
    }
}

package de.krisenaustausch.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import de.krisenaustausch.testing.TestStack;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do. */
class AdminE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void newSpaceGetsTopicsAndAModerator() {
        Scene.space("Vorher da", "Gewerbesteuer");
        String name = "Starkregen " + Scene.unique();
        Page page = browser.of(Person.ADMIN);
        page.navigate(Browser.at("/verwaltung"));
        link(page, "Bereiche").last().click();
        link(page, "Bereich anlegen").click();
        button(page, "Bereich anlegen").click();
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("Name: Bitte füllen Sie dieses Feld aus.");

        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Verband", new Page.GetByLabelOptions().setExact(true)).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("DStGB – Deutscher Städte- und Gemeindebund"));
        page.getByLabel("Zweck").fill("Für Kommunen an kleinen Flüssen.");
        page.getByLabel("Alle Mitglieder des Portals").check();
        page.getByLabel("Gewerbesteuer").check();
        button(page, "Bereich anlegen").click();
        told(page, "Der Bereich ist angelegt. Berufen Sie jetzt die Moderation.");
        page.locator("[id='berufen:email']").fill(Person.MARA.email());
        button(page, "Berufen").click();
        told(page, "Die Person moderiert jetzt diesen Bereich.");
        assertThat(page.locator("main table")).containsText("Mara Lindner Moderation");

        Page mara = browser.of(Person.MARA);
        mara.navigate(Browser.at("/bereiche/" + Scene.slug(name)));
        assertThat(link(mara, "Bereich bearbeiten")).isVisible();
        assertThat(link(mara, "Gewerbesteuer").last()).isVisible();
        page.navigate(Browser.at("/verwaltung/bereiche"));
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(name))).containsText("Mara Lindner");
    }

    @Test
    void topicsAreAddedRenamedAndRetired() {
        keepsWords("/verwaltung/themen", "Katastrophenschutz ", "Das Thema");
    }

    @Test
    void typesAreAddedRenamedAndRetired() {
        keepsWords("/verwaltung/dokumentarten", "Lagebericht ", "Die Dokumentart");
    }

    private void keepsWords(String address, String prefix, String what) {
        String name = prefix + Scene.unique();
        Page page = browser.of(Person.ADMIN);
        page.navigate(Browser.at(address));
        page.locator("[id='neu:name']").fill(name);
        button(page, "Anlegen").click();
        told(page, what + " ist angelegt.");
        page.locator("[id='neu:name']").fill(name);
        button(page, "Anlegen").click();
        assertThat(page.locator(".ka-messages [role=alert]")).containsText("„" + name + "“ gibt es schon");

        row(page, name).locator("summary").click();
        row(page, name).getByLabel("Neuer Name").fill(name + " neu");
        row(page, name).locator("button[name=umbenennen]").click();
        told(page, what + " ist umbenannt.");
        button(page, "Stilllegen " + name + " neu").click();
        told(page, what + " ist stillgelegt.");
        assertThat(row(page, name + " neu").locator(".ka-badge")).hasText("stillgelegt");
        button(page, "Wieder aufnehmen " + name + " neu").click();
        told(page, what + " kann wieder gewählt werden.");
        assertThat(row(page, name + " neu").locator(".ka-badge")).hasText("wählbar");
    }

    @Test
    void associationsAreAddedAndRenamedAndThatIsWrittenDown() {
        String name = "EV" + Scene.unique();
        Page page = browser.of(Person.ADMIN);
        page.navigate(Browser.at("/verwaltung/verbaende"));
        for (String told : List.of("Der Verband ist angelegt.", "Einen Verband „" + name + "“ gibt es schon.")) {
            page.locator("[id='neu:kurzname']").fill(name);
            page.locator("[id='neu:name']").fill("Verband der Beispielämter");
            button(page, "Anlegen").click();
            assertThat(page.locator("main")).containsText(told);
        }
        assertThat(page.locator("[id='neu:name']")).hasValue("Verband der Beispielämter");

        row(page, name).locator("summary").click();
        row(page, name).getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("Bund der Beispielämter");
        row(page, name).locator("button[name=umbenennen]").click();
        told(page, "Der Verband ist umbenannt.");
        assertThat(row(page, name)).containsText("Bund der Beispielämter");

        page.navigate(Browser.at("/verwaltung/protokoll"));
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(name)).first()).containsText("Verband umbenannt");
    }

    /** The mail server is down: nothing is lost, the administrator sees what waits and why, and sends it herself. */
    @Test
    void mailThatWaitsIsSeenAndSentAgain() {
        Room room = Scene.space("Stromausfall");
        Scene.follow(Person.JONAS, room, "IMMEDIATELY");
        String title = "Notstrom " + Scene.unique();
        Page page = browser.of(Person.ADMIN);
        Locator row;
        TestStack.stopMail();
        try {
            long id = Scene.share(Person.PETRA, room, title, "Notstrom.txt", Papers.text("Notstrom"));
            row = page.locator("tr", new Page.LocatorOptions().setHasText(Pattern.compile("Dokument " + id + "\\b")));
            Await.until("the mail is postponed", () -> {
                page.navigate(Browser.at("/verwaltung/post?zustand=wartend"));
                return row.count() == 1 && row.locator(".ka-num").textContent().matches("\\s*[1-9]\\s*");
            });
            assertThat(row).containsText(Person.JONAS.email());
            assertThat(row).containsText("Nächster Versuch:");
            assertThat(row).not().containsText("keiner");
            Looks.right(page);
        } finally {
            TestStack.get().startMail();
        }
        row.locator("button[value=erneut]").click();
        told(page, "Die E-Mail wird jetzt erneut versucht.");
        Mail.awaited(Person.JONAS, title);
        Await.until("the queue is empty", () -> {
            page.navigate(Browser.at("/verwaltung/post?zustand=wartend"));
            return row.count() == 0;
        });
        Assertions.assertThat(Mail.to(Person.JONAS, title)).hasSize(1);
    }

    /** Letters to people who are no members yet fail like other mails, and are tried again or given up in the same place. */
    @Test
    void lettersThatFailedAreSeenSentAgainOrDiscarded() {
        String again = "brief." + Scene.unique() + "@beispielstadt.example";
        String never = "nie." + Scene.unique() + "@beispielstadt.example";
        TestStack.stopMail();
        try {
            for (String email : List.of(again, never)) {
                Page newcomer = browser.anonymous();
                newcomer.navigate(Browser.at("/registrieren"));
                newcomer.getByLabel("Dienstliche E-Mail-Adresse").fill(email);
                button(newcomer, "Link schicken").click();
                Await.until("the letter is postponed", () -> !Database.column("select 1 from single_mail where email = ? and attempts > 0", email).isEmpty());
                Database.change("update single_mail set state = 'FAILED', attempts = 12, done_at = now() where email = ?", email);
            }
        } finally {
            TestStack.get().startMail();
        }
        Page page = browser.of(Person.ADMIN);
        page.navigate(Browser.at("/verwaltung/post"));
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(again));
        assertThat(row).containsText("Registrierung: Adresse bestätigen");
        assertThat(row).not().containsText("keiner");
        Looks.right(page);
        button(page, "Erneut versuchen " + again).click();
        told(page, "Die E-Mail wird jetzt erneut versucht.");
        assertThat(row).hasCount(0);
        Mail.awaited(again, "Bestätigen Sie");

        Locator other = page.locator("tr", new Page.LocatorOptions().setHasText(never));
        other.locator("summary").click();
        Looks.right(page);
        button(page, "Endgültig verwerfen " + never).click();
        told(page, "Die E-Mail ist verworfen.");
        assertThat(other).hasCount(0);
        Assertions.assertThat(Database.column("select state from single_mail where email = ? and contents is null", never)).containsExactly("SKIPPED");
        page.navigate(Browser.at("/verwaltung/protokoll?wer=" + never));
        assertThat(page.locator("tbody tr")).containsText("E-Mail verworfen");
        page.navigate(Browser.at("/verwaltung/protokoll?wer=" + again));
        assertThat(page.locator("tbody tr")).containsText("E-Mail erneut versucht");
    }

    @Test
    void indexIsBuiltAnewWithoutAPause() {
        Room room = Scene.space("Neuer Index");
        String word = "Gefahrenabwehr" + Scene.unique();
        Scene.share(Person.PETRA, room, word, "Plan.txt", Papers.text("Plan"));
        Page page = browser.of(Person.ADMIN);
        Await.until("the document is found", () -> finds(page, word));
        page.navigate(Browser.at("/verwaltung/suche"));
        assertThat(page.locator("main")).containsText("vollständig");
        page.locator("summary", new Page.LocatorOptions().setHasText("Index neu aufbauen")).click();
        button(page, "Jetzt neu aufbauen").click();
        told(page, "Der Index wird neu aufgebaut.");
        Assertions.assertThat(finds(page, word)).as("the search answers meanwhile").isTrue();
        Await.until("the index is built", () -> {
            page.navigate(Browser.at("/verwaltung/suche"));
            return page.locator("summary", new Page.LocatorOptions().setHasText("Index neu aufbauen")).count() == 1;
        });
        assertThat(page.locator("main")).containsText("Zuletzt aufgebaut");
        Assertions.assertThat(finds(page, word)).isTrue();
    }

    private static boolean finds(Page page, String word) {
        page.navigate(Browser.at("/suche?q=" + word));
        return link(page, word).count() == 1;
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr", new Page.LocatorOptions().setHas(page.locator("th", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + name + "\\s*$")))));
    }
}

package de.krisenaustausch.platform;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.platform.web.Route;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Hands;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page in every state that it has by itself: as it opens, unfolded, with each menu open, after its form was sent
 * empty. Made from the list of pages, so that a new page is checked before anybody thinks of it. States that need more
 * stand below.
 */
class AccessibilityE2E {

    private static final String TITLE = "Handreichung zur Lüftung von Sitzungsräumen";
    private static final String CONFIRM = "c0".repeat(20);
    private static final String ENTRY = "e0".repeat(20);
    private static Room room;
    private static long document;
    private static long question;
    private static long answer;
    private static long poll;
    private static long link;
    private static long request;
    private static String unsubscribe;

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeAll
    static void scene() {
        room = Scene.space("Krisenstab Lüftung", "Vergaberecht", "Hilfen für Kulturschaffende");
        Scene.follow(Person.JONAS, room, "IMMEDIATELY");
        document = Scene.share(Person.MARA, room, TITLE, "handreichung", List.of("Vergaberecht"), "Lüftung.pdf",
            Papers.pdf("Lüften Sie alle zwanzig Minuten.", "Messen Sie den Gehalt an Kohlendioxid."));
        Scene.awaitRead(Person.MARA, room, document);
        question = Ground.ask(Person.MARA.email(), room.slug(), "Wie lange lüften Sie?", "Gibt es eine *Vorgabe*?\n\n- im Sommer\n- im Winter");
        answer = Ground.answer(Person.JONAS.email(), room.slug(), question, "> Gibt es eine Vorgabe?\n\nJa, siehe https://land.example/erlass");
        Ground.accepted(Api.as(Person.MARA).post("/api/v1/spaces/" + room.slug() + "/answers/" + answer + "/remarks", "{\"text\":\"Danke!\"}"));
        Ground.accepted(Api.as(Person.MARA).post("/api/v1/spaces/" + room.slug() + "/answers/" + answer + "/accept", ""));
        Ground.accepted(Api.as(Person.JONAS).put("/api/v1/spaces/" + room.slug() + "/answers/" + answer, "{\"revision\":1,\"text\":\"Ja, zehn Minuten.\"}"));
        String path = Mail.path(Mail.awaited(Person.JONAS, "Krisenstab Lüftung").header("List-Unsubscribe"));
        poll = Ballots.publish(Person.MARA.email(), room.slug(), Ballots.named("Was brauchen Sie für Ihre Sitzungen?", Ballots.everyKind()));
        Ballots.answerAll(Person.JONAS.email(), room.slug(), poll);
        link = Ground.shareLink(Person.MARA.email(), room.slug(), "https://lueftung.example/", "Lüften nach Zahlen");
        Ground.link(CONFIRM, "CONFIRM", "UNCONFIRMED");
        Ground.link(ENTRY, "ENTER", "APPROVED");
        request = Ground.uncertainRequest();
        unsubscribe = "?k=" + path.substring(path.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void page(Route route) {
        Page page = open(route, "de-DE");
        Looks.right(page);
        if (unfold(page) > 0) {
            Looks.right(page);
        }
        // the frame's menu is the same on every page: startPageOfSomebodySignedIn opens it
        menus(page, "main");
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void pageInEnglish(Route route) {
        Page page = open(route, "en-GB");
        Browser.accessible(page);
    }

    /** A form that is sent with nothing in it says so, beside the fields and above, and is as free of barriers as before. */
    @ParameterizedTest
    @EnumSource(value = Route.class, names = {"ACCESS_REQUEST", "SPACE_EDIT", "SPACE_PEOPLE", "SPACE_EXPERTS", "DOCUMENT_SHARE", "DOCUMENT_VERSION", "DOCUMENT_EDIT", "LINK_SHARE", "LINK_EDIT", "QUESTION_ASK", "QUESTION_EDIT", "ANSWER_EDIT", "POLL_NEW", "POLL_EDIT", "PROFILE", "ADMIN_SPACE_NEW", "ADMIN_TOPICS", "ADMIN_TYPES"})
    void formSentEmpty(Route route) {
        Page page = open(route, "de-DE");
        // the drop zone hides the form until a file is there
        page.evaluate("() => document.querySelectorAll('[data-ka-files]').forEach((form) => { form.hidden = false; })");
        for (Locator field : page.locator("main input[type=text], main input[type=email], main input:not([type]), main textarea").all()) {
            if (field.isVisible() && field.isEditable()) {
                field.fill("");
            }
        }
        page.keyboard().press("Escape");
        page.locator("main .ka-buttons:not(.ka-file-head *)").locator("input[type=submit], button[type=submit]").first().click();
        assertThat(page.locator(".ka-messages [role=alert]")).isVisible();
        Looks.right(page);
    }

    @Test
    void startPageOfSomebodySignedIn() {
        Page page = browser.of(Person.MARA);
        page.navigate(Browser.at("/"));
        Looks.right(page);
        menus(page, ".ka-top");
    }

    @Test
    void emptySpaceAndClosedSpace() {
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at(Scene.space("Leerer Raum").path()));
        assertThat(page.locator(".ka-empty")).isVisible();
        Looks.right(page);
        page.navigate(Browser.at(Scene.closedSpace("Geschlossener Raum", "ON_REQUEST").path()));
        assertThat(page.locator(".ka-empty")).isVisible();
        Looks.right(page);
    }

    @Test
    void peopleThatWait() {
        Room closed = Scene.closedSpace("Wartezimmer", "ON_REQUEST");
        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(closed.path()));
        button(jonas, "Beitritt anfragen").click();
        Looks.right(jonas);
        Page mara = browser.of(Person.MARA);
        mara.navigate(Browser.at(closed.path() + "/mitglieder"));
        assertThat(button(mara, "Annehmen Jonas Wendt")).isVisible();
        Looks.right(mara);
    }

    @Test
    void warningBeforeTheSessionEnds() {
        Page page = browser.of(Person.MARA);
        page.clock().install();
        page.navigate(Browser.at("/bereiche"));
        page.clock().fastForward("28:30");
        assertThat(page.locator("#sitzung")).isVisible();
        Looks.right(page);
    }

    /** Suggestions of the directory, one of them chosen. */
    @Test
    void suggestionsOfMunicipalities() {
        Page page = browser.of(Person.MARA);
        page.navigate(Browser.at("/profil"));
        page.getByLabel("Kommune").fill("");
        page.getByLabel("Kommune").pressSequentially("bei");
        assertThat(page.locator(".ka-combo [role=option]").first()).isVisible();
        page.keyboard().press("ArrowDown");
        Looks.right(page);
    }

    @Test
    void suggestionsOfTheSearch() {
        Page page = browser.of(Person.MARA);
        Await.until("the search knows the document", () -> {
            page.navigate(Browser.at("/suche?q=L%C3%BCftung"));
            return page.locator(".ka-entry").count() > 0;
        });
        page.locator("#suchfeld").fill("");
        page.locator("#suchfeld").pressSequentially("Krisenst");
        assertThat(page.locator("#suchfeld-vorschlaege li").first()).isVisible();
        page.keyboard().press("ArrowDown");
        Looks.right(page);
    }

    @Test
    void hitsAndNoHits() {
        Page page = browser.of(Person.MARA);
        Await.until("the text is found", () -> {
            page.navigate(Browser.at("/suche?q=Kohlendioxid&bereich=" + room.slug()));
            return page.locator(".ka-entry").count() > 0;
        });
        Looks.right(page);
        unfold(page);
        Looks.right(page);
        page.navigate(Browser.at("/suche?q=Xylophonverleih"));
        assertThat(page.locator(".ka-empty")).containsText("Nichts gefunden");
        Looks.right(page);
        page.navigate(Browser.at(room.path(document) + "?seite=2"));
        assertThat(page.locator("#fundstelle")).isVisible();
        Looks.right(page);
    }

    /** After ajax: a file came in, one was refused, one of that name is there already. */
    @Test
    void filesToBeShared() {
        Page page = browser.of(Person.MARA);
        page.navigate(Browser.at(room.path() + "/teilen"));
        Hands.choose(page, Hands.file("Lüftung.pdf", Papers.pdf("Neue Fassung")), Hands.file("Anlage.txt", Papers.text("Anlage")));
        page.locator("#dateien").setInputFiles(Hands.file("leer.txt", new byte[0]));
        assertThat(page.locator(".ka-upload-failed")).isVisible();
        unfold(page);
        Looks.right(page);
        button(page, "Teilen").click();
        assertThat(page.locator(".ka-messages [role=alert]")).isVisible();
        Looks.right(page);
    }

    @Test
    void binWithSomethingInIt() {
        long old = Scene.share(Person.MARA, room, "Überholt", "alt.txt", Papers.text("alt"));
        Page page = browser.of(Person.MARA);
        page.navigate(Browser.at(room.path(old)));
        page.locator("summary", new Page.LocatorOptions().setHasText("Löschen")).click();
        button(page, "In den Papierkorb legen").click();
        assertThat(page.locator("main table")).isVisible();
        Looks.right(page);
    }

    @Test
    void pollsInTheirStates() {
        String polls = room.path() + "/umfragen/";
        long draft = Ballots.draft(Person.MARA.email(), room.slug(), Ballots.anonymous("Entwurf einer Umfrage", Ballots.everyKind()).add("breakdown", "STATE"));
        long over = Ballots.publish(Person.MARA.email(), room.slug(), Ballots.anonymous("Umfrage mit wenigen Antworten", Ballots.everyKind()));
        Ballots.answerAll(Person.MARA.email(), room.slug(), over);
        Ballots.close(Person.MARA.email(), room.slug(), over);
        Page page = browser.of(Person.MARA);
        for (String address : List.of(polls + draft, polls + draft + "/bearbeiten", polls + over, polls + over + "/ergebnis", polls + "neu?vorlage=" + poll,
                polls.substring(0, polls.length() - 1) + "?liste=meine", polls.substring(0, polls.length() - 1) + "?liste=unbeantwortet")) {
            page.navigate(Browser.at(address));
            Looks.right(page);
        }
        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(polls + poll));
        assertThat(jonas.locator("main")).containsText("Sie haben geantwortet");
        Looks.right(jonas);
        jonas.navigate(Browser.at(polls + poll + "/ergebnis"));
        unfold(jonas);
        Looks.right(jonas);
        jonas.setViewportSize(320, 900);
        Assertions.assertThat((int) jonas.evaluate("() => Math.min(...[...document.querySelectorAll('main dd')].map((e) => e.clientWidth))"))
            .as("the narrowest answer beside a long question").isGreaterThan(100);
    }

    @Test
    void errorPages() {
        Page nobody = browser.anonymous();
        Assertions.assertThat(nobody.navigate(Browser.at("/gibt-es-nicht")).status()).isEqualTo(404);
        Looks.right(nobody);
        Page jonas = browser.of(Person.JONAS);
        Assertions.assertThat(jonas.navigate(Browser.at("/verwaltung")).status()).isEqualTo(403);
        Looks.right(jonas);
        Page english = browser.of(Person.JONAS, "en-GB");
        Assertions.assertThat(english.navigate(Browser.at(room.path() + "/dokumente/1")).status()).isEqualTo(404);
        Looks.right(english);
    }

    /** Keycloak wears the portal's look, so it is held to the same. */
    @Test
    void signIn() {
        for (String language : List.of("de-DE", "en-GB")) {
            Page page = browser.anonymous(language);
            page.navigate(Browser.at("/anmelden"));
            assertThat(page.locator("#password")).isVisible();
            Assertions.assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo(language.substring(0, 2));
            Browser.accessible(page);
            page.locator("#username").fill("niemand@nirgends.example");
            page.locator("#password").fill("falsch");
            page.locator("#kc-login").click();
            assertThat(page.locator("#password")).isVisible();
            Browser.accessible(page);
            page.setViewportSize(320, 700);
            Browser.accessible(page);
            Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        }
    }

    private Page open(Route route, String language) {
        Page page = switch (route.access()) {
            case PUBLIC -> browser.anonymous(language);
            case MEMBER -> browser.of(route == Route.ACCESS_REQUESTS || route == Route.ACCESS_REQUEST ? Person.ADMIN : Person.MARA, language);
            case ADMIN -> browser.of(Person.ADMIN, language);
        };
        String address = Browser.at(route.template().replace("{slug}", room.slug())
            .replace("{id}", String.valueOf(number(route)))
            .replace("{token}", route == Route.ENTRY ? ENTRY : CONFIRM)) + (route == Route.UNSUBSCRIBE ? unsubscribe
            : route == Route.ADMIN_MEMBERS_CHOSEN ? "?person=" + number(Route.ADMIN_MEMBER) : "");
        Assertions.assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
        return page;
    }

    private static long number(Route route) {
        return switch (route) {
            case ADMIN_PLACE -> municipality();
            case ACCESS_REQUEST -> request;
            case ADMIN_MEMBER, ADMIN_MEMBER_MERGE -> Long.parseLong(Database.column("select id from member where email = ?", Person.JONAS.email()).get(0));
            case QUESTION, QUESTION_EDIT, QUESTION_HISTORY -> question;
            case ANSWER_EDIT -> answer;
            case POLL, POLL_EDIT, POLL_RESULT -> poll;
            case LINK, LINK_EDIT -> link;
            default -> document;
        };
    }

    private static long municipality() {
        return Api.json(Scene.ok(Api.as(Person.MARA).get("/api/v1/me"))).getJsonNumber("municipalityId").longValue();
    }

    /** Opens all that is folded up, but no menu. @return how many were closed */
    private static int unfold(Page page) {
        return (int) page.evaluate("() => { const folds = document.querySelectorAll('details:not([data-ka-menu], [open])'); folds.forEach((fold) => { fold.open = true; }); return folds.length; }");
    }

    private static void menus(Page page, String within) {
        for (Locator menu : page.locator(within + " [data-ka-menu] > summary").all()) {
            menu.click();
            Looks.menu(page);
            page.keyboard().press("Escape");
        }
    }
}

package de.krisenaustausch.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ending mails: by one click of a mail program, from the link in the mail, in the settings. It sticks. */
class UnsubscribeE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    /** RFC 8058: the mail program posts, without a session, and asks nothing. */
    @Test
    void oneClickOfAMailProgramSticks() {
        Room room = Scene.space("Ein Klick");
        Mail mail = mailTo(room);
        String path = Mail.path(mail.header("List-Unsubscribe"));

        Assertions.assertThat(Api.anonymous().get(path).statusCode()).as("a link checker's GET").isEqualTo(302);
        Page page = browser.of(Person.JONAS);
        assertFollows(page, room, "Sofort");

        var answer = Api.anonymous().send("POST", path, BodyPublishers.ofString("List-Unsubscribe=One-Click"), Map.of("Content-Type", "application/x-www-form-urlencoded"));
        Assertions.assertThat(answer.statusCode()).isEqualTo(200);
        assertFollows(page, room, "Keine");
        getsNoMore(room);
    }

    @Test
    void linkInTheMailLeadsToAQuestionAndBack() {
        Room room = Scene.space("Mit Nachfrage");
        Mail mail = mailTo(room);
        String link = mail.text().lines().filter(line -> line.startsWith("Solche E-Mails abbestellen")).findFirst().orElseThrow();
        Page nobody = browser.anonymous();
        nobody.navigate(Browser.at(Mail.path(link)));
        assertThat(nobody.locator("h1")).hasText("E-Mails abbestellen");
        assertThat(nobody.locator("main")).containsText("Mit Nachfrage");
        Page page = browser.of(Person.JONAS);
        assertFollows(page, room, "Sofort");

        button(nobody, "Abbestellen").click();
        assertThat(nobody.locator("h1")).hasText("Sie erhalten hierzu keine E-Mails mehr");
        assertFollows(page, room, "Keine");
        button(nobody, "Rückgängig machen").click();
        assertThat(nobody.locator("h1")).hasText("E-Mails abbestellen");
        assertFollows(page, room, "Sofort");
    }

    @Test
    void cutLinkSaysWhatToDo() {
        Page page = browser.anonymous();
        page.navigate(Browser.at("/abbestellen?k=12-abc"));
        assertThat(page.locator("h1")).hasText("Dieser Link ist ungültig");
        assertThat(link(page, "Alle E-Mails einstellen")).isVisible();
        Assertions.assertThat(Api.anonymous().send("POST", "/abbestellen/12-abc", BodyPublishers.noBody(), Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void settingsEndMailsOfOneSpace() {
        Room room = Scene.space("Einzeln abbestellt");
        Scene.follow(Person.JONAS, room, "IMMEDIATELY");
        Page page = browser.of(Person.JONAS);
        page.navigate(Browser.at("/profil/benachrichtigungen"));
        page.locator("#b-" + room.slug()).selectOption("Keine");
        button(page, "Einstellungen speichern").click();
        told(page, "Ihre Einstellungen sind gespeichert.");
        assertFollows(page, room, "Keine");
        getsNoMore(room);
    }

    private static Mail mailTo(Room room) {
        Scene.follow(Person.JONAS, room, "IMMEDIATELY");
        String title = "Anlass " + Scene.unique();
        Scene.share(Person.PETRA, room, title, "Anlass.txt", Papers.text("Anlass"));
        return Mail.awaited(Person.JONAS, title);
    }

    /** Mara still follows: once she has her mail, Jonas would have had his. */
    private static void getsNoMore(Room room) {
        Scene.follow(Person.MARA, room, "IMMEDIATELY");
        String title = "Danach " + Scene.unique();
        Scene.share(Person.PETRA, room, title, "Danach.txt", Papers.text("Danach"));
        Mail.awaited(Person.MARA, title);
        Assertions.assertThat(Mail.to(Person.JONAS, title)).isEmpty();
    }

    private static void assertFollows(Page page, Room room, String frequency) {
        page.navigate(Browser.at("/profil/benachrichtigungen"));
        assertThat(page.locator("#b-" + room.slug() + " option:checked")).hasText(frequency);
    }
}

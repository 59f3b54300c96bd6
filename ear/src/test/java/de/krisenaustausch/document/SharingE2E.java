package de.krisenaustausch.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.file;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.title;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Hands;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the portal is for: a document that is shared in one town hall is found, read and taken over in another. */
class SharingE2E {

    private static final byte[] LEAFLET = Papers.pdf(
        "Merkblatt der Kämmerei\n\nBetriebe, die wegen der Pandemie weniger einnehmen, wenden sich\nan das Steueramt im Rathaus, Zimmer 114.",
        "Wie beantragt wird\n\nDie Stundung der Gewerbesteuer wird formlos beantragt. Es genügt\nein Schreiben, das die Lage des Betriebs schildert.\nZinsen fallen bis zum Jahresende nicht an.",
        "Auskunft gibt Frau Beispiel unter der Durchwahl 114.");
    private static final byte[] LETTER = Papers.docx("Anschreiben an die Betriebe: Das Merkblatt der Kämmerei liegt bei.");

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void documentSharedInOneTownHallIsFoundInAnother() {
        String mark = Scene.unique();
        Room corona = Scene.space("Coronavirus", "Gewerbesteuer", "Personal");

        Page jonas = browser.of(Person.JONAS);
        jonas.navigate(Browser.at(corona.path()));
        jonas.locator("summary", new Page.LocatorOptions().setHasText("Folgen:")).click();
        button(jonas, "Sofort").click();
        told(jonas, "Sie erhalten sofort eine E-Mail");
        assertThat(jonas.locator("summary", new Page.LocatorOptions().setHasText("Folgen: sofort"))).isVisible();

        Page petra = browser.anonymous();
        petra.navigate(Browser.at(corona.path() + "?thema=gewerbesteuer"));
        Browser.signIn(petra, Person.PETRA);
        assertThat(petra).hasURL(Browser.at(corona.path() + "?thema=gewerbesteuer"));
        Scene.follow(Person.PETRA, corona, "IMMEDIATELY");

        String name = "Merkblatt_Zahlungserleichterungen_" + mark;
        share(petra, name);
        readyOnItsPage(petra, name);
        String document = petra.url();

        Mail mail = Mail.awaited(Person.JONAS, "[Coronavirus] " + proposed(name));
        announces(mail, corona, proposed(name));

        Page reader = browser.anonymous();
        reader.navigate(Browser.at(Mail.path(mail.text())));
        Browser.signIn(reader, Person.JONAS);
        assertThat(reader).hasURL(document);
        assertThat(title(reader)).hasText(proposed(name));

        findsThePassage(reader, proposed(name));
        byte[] taken = Hands.download(reader, () -> reader.locator("a.ka-icon-download").click(), name + ".pdf");
        Assertions.assertThat(taken).isEqualTo(LEAFLET);

        Assertions.assertThat(Mail.to(Person.JONAS, "[Coronavirus] " + proposed(name))).as("one mail for one document").hasSize(1);
        Assertions.assertThat(Mail.to(Person.PETRA, "[Coronavirus]")).as("nobody is told of what she shared herself").isEmpty();
    }

    /** Two files, one by the dialog and one by drag and drop; what they have in common is said once. */
    private static void share(Page petra, String name) {
        link(petra, "Dokument teilen").first().click();
        assertThat(petra.locator("#dateien-grenzen")).containsText("Bis zu 20 MB je Datei.");
        Hands.choose(petra, file(name + ".pdf", LEAFLET));
        Hands.drop(petra, file("Anschreiben_" + name + ".docx", LETTER));
        assertThat(petra.locator("[data-ka-file] input[id$=titel]").first()).hasValue(proposed(name));

        Locator common = petra.locator("#teilen");
        common.locator("[id='teilen:art']").selectOption("Merkblatt");
        common.locator("[id='teilen:nutzung']").getByLabel("Mit Quellenangabe").check();
        common.locator("[id='teilen:themen']").getByLabel("Gewerbesteuer").check();
        common.locator("[id='teilen:kontakt']").fill("steueramt@beispielstadt.example");
        button(petra, "Teilen").click();
        told(petra, "Ihre Dokumente sind geteilt.");
        link(petra, proposed(name)).click();
    }

    private static void readyOnItsPage(Page petra, String name) {
        assertThat(title(petra)).hasText(proposed(name));
        assertThat(petra.locator(".ka-facts").first()).containsText("Stadt Beispielstadt (NW, 412.000) · Merkblatt");
        // no scanner runs here, and the page does not keep quiet about it
        assertThat(petra.locator("#dokument-stand")).containsText("Nicht auf Schadsoftware geprüft");
        assertThat(petra.locator("#dokument-stand")).hasAttribute("data-ka-working", "false");
        assertThat(petra.locator("#dokument-vorschau img")).hasCount(3);
        assertThat(petra.locator("#dokument-stand")).containsText("durchsuchbar");
        assertThat(petra.locator(".ka-context")).containsText("steueramt@beispielstadt.example");
    }

    private static void announces(Mail mail, Room corona, String title) {
        Assertions.assertThat(mail.subject()).isEqualTo("[Coronavirus] " + title);
        Assertions.assertThat(mail.text()).contains("Guten Tag Jonas Wendt,", "Petra Sommer (Stadt Beispielstadt)", title, "Merkblatt", "Solche E-Mails abbestellen");
        Assertions.assertThat(mail.html()).contains("lang=\"de\"", "Petra Sommer (Stadt Beispielstadt)", title, "Dokument ansehen", "Alle Benachrichtigungen einstellen");
        Assertions.assertThat(Mail.path(mail.text())).matches(Pattern.quote(corona.path()) + "/dokumente/\\d+");
        Assertions.assertThat(mail.header("List-Unsubscribe")).matches("<http://localhost:\\d+/abbestellen/[0-9a-f-]+>");
        Assertions.assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        Assertions.assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    /** The word stands in no title; the field in the header finds it on the second page of the file. */
    private static void findsThePassage(Page reader, String title) {
        String page = reader.url();
        Await.until("the document is found by a word inside it", () -> {
            reader.navigate(page);
            reader.locator("#suchfeld").focus();
            reader.keyboard().type("Stundung");
            reader.keyboard().press("Enter");
            reader.waitForURL(Pattern.compile("/suche\\?q=Stundung"));
            return hit(reader, title).count() == 1;
        });
        Locator hit = hit(reader, title);
        assertThat(hit.locator(".ka-entry-passage mark").first()).hasText("Stundung");
        assertThat(hit.locator(".ka-entry-passage")).containsText("Seite 2");
        assertThat(hit.locator(".ka-facts")).containsText("Stadt Beispielstadt");
        hit.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Seite 2")).click();
        assertThat(reader.locator("#fundstelle")).containsText("Fundstelle: Seite 2 von 3");
        assertThat(reader.locator("#fundstelle")).containsText("Die Stundung der Gewerbesteuer wird formlos beantragt.");
    }

    private static Locator hit(Page page, String title) {
        return page.locator(".ka-entry", new Page.LocatorOptions().setHas(link(page, title)));
    }

    /** The title that the portal proposes for a file's name. */
    private static String proposed(String name) {
        return name.replace('_', ' ');
    }
}

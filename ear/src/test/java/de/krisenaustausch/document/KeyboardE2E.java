package de.krisenaustausch.document;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.enter;
import static de.krisenaustausch.testing.Hands.link;
import static de.krisenaustausch.testing.Hands.tabTo;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Hands;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way of a document by somebody whose mouse stays in the drawer; what has the focus must be seen to have it. */
class KeyboardE2E {

    private static final byte[] PLAN = Papers.pdf("Evakuierung des Rathauses\nSammelstelle ist der Parkplatz am Bauhof.");

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void sharingFindingAndTakingByKeyboardAlone() {
        Room room = Scene.space("Ohne Maus", "Stabsarbeit");
        String name = "Raeumungsplan-" + Scene.unique();

        Page petra = browser.anonymous();
        petra.navigate(Browser.at(room.path()));
        signIn(petra, Person.PETRA);
        assertThat(petra.locator("h1")).hasText("Ohne Maus");
        petra.keyboard().press("Tab");
        assertThat(link(petra, "Zum Inhalt springen")).isFocused();
        petra.keyboard().press("Enter");
        follow(petra);
        enter(petra, link(petra, "Dokument teilen").first());
        share(petra, name);
        assertThat(petra.locator("h1")).hasText(name);
        assertThat(petra.locator("#dokument-stand")).hasAttribute("data-ka-working", "false");

        Page jonas = browser.anonymous();
        jonas.navigate(Browser.at(room.path()));
        signIn(jonas, Person.JONAS);
        find(jonas, name);
        Locator download = jonas.locator("a.ka-icon-download");
        tabTo(jonas, download);
        Assertions.assertThat(Hands.download(jonas, () -> jonas.keyboard().press("Enter"), name + ".pdf")).isEqualTo(PLAN);

        tabTo(jonas, jonas.locator(".ka-top-me summary"));
        jonas.keyboard().press("Enter");
        enter(jonas, button(jonas, "Abmelden"));
        told(jonas, "Sie sind abgemeldet.");
    }

    /** The menu opens, is left by Escape with the focus where it was, and chooses. */
    private static void follow(Page page) {
        Locator menu = page.locator(".ka-head-action summary").filter(new Locator.FilterOptions().setHasText("Folgen"));
        tabTo(page, menu);
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(button(page, "Sofort")).isFocused();
        page.keyboard().press("Escape");
        assertThat(button(page, "Sofort")).isHidden();
        assertThat(menu).isFocused();
        page.keyboard().press("Enter");
        enter(page, button(page, "Einmal täglich (folgt in Kürze)"));
        told(page, "Ihre Wahl ist gespeichert.");
    }

    private static void share(Page page, String name) {
        // heard from before the key: a browser under load is told of a later wish only after it
        page.onFileChooser(dialog -> dialog.setFiles(Hands.file(name + ".pdf", PLAN)));
        tabTo(page, page.locator("#dateien"));
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-ka-file]")).hasCount(1);
        tabTo(page, page.locator("[data-ka-file]").getByLabel("Titel"));
        tabTo(page, page.locator("[id='teilen:art']"));
        page.keyboard().type("Ablauf");
        tabTo(page, page.locator("[id='teilen:nutzung'] input").first());
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        assertThat(page.getByLabel("Mit Quellenangabe")).isChecked();
        tabTo(page, page.locator("[id='teilen:themen'] input").first());
        page.keyboard().press("Space");
        tabTo(page, page.locator("[id='teilen:beschreibung']"));
        page.keyboard().type("Wer führt wen wohin.");
        enter(page, button(page, "Teilen"));
        told(page, "Ihr Dokument ist geteilt.");
        assertThat(page.locator(".ka-facts").first()).containsText("Ablauf- oder Notfallplan");
    }

    private static void find(Page page, String name) {
        Await.until("the document is found", () -> {
            tabTo(page, page.locator("#suchfeld"));
            page.keyboard().press("Control+A");
            page.keyboard().type(name);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("/suche\\?q="));
            return link(page, name).count() == 1;
        });
        enter(page, link(page, name));
        assertThat(page.locator("h1")).hasText(name);
    }

    private static void signIn(Page page, Person person) {
        assertThat(page.locator("#username")).isFocused();
        page.keyboard().type(person.email());
        page.keyboard().press("Tab");
        assertThat(page.locator("#password")).isFocused();
        page.keyboard().type(Person.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.startsWith(Browser.at("/")));
    }
}

package de.krisenaustausch.search;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.krisenaustausch.testing.Hands.button;
import static de.krisenaustausch.testing.Hands.enter;
import static de.krisenaustausch.testing.Hands.tabTo;
import static de.krisenaustausch.testing.Hands.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Browser;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Looks;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clerk begins to ask, sees that the answer is there already, and takes it. */
class HelpingE2E {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void whatHelpsIsFoundWhileTypingAndTakenByKeyboardAlone() {
        Room room = Scene.space("Schon beantwortet");
        String word = "Wellensittich" + Scene.unique();
        String title = "Wer zahlt die " + word + "steuer?";
        long question = Ground.ask(Person.PETRA.email(), room.slug(), title, "Bei uns weiß es niemand.");
        long answer = Ground.answer(Person.JONAS.email(), room.slug(), question, "Die " + word + "steuer zahlt der Halter.");
        Scene.ok(Api.as(Person.PETRA).post("/api/v1/spaces/" + room.slug() + "/answers/" + answer + "/accept", "{}"));
        long document = Scene.share(Person.JONAS, room, "Merkblatt", "m.txt", ("Die " + word + "steuer zahlt laut Satzung der Halter.").getBytes(StandardCharsets.UTF_8));
        Scene.awaitRead(Person.JONAS, room, document);
        awaitHelp(room, word + "steuer", title);
        awaitHelp(room, word + "steuer", "Merkblatt");

        Page mara = browser.of(Person.MARA);
        mara.navigate(Browser.at(room.path() + "/fragen/stellen"));
        Locator found = mara.locator(".ka-helping .ka-entry");
        assertThat(found).hasCount(0);
        tabTo(mara, mara.getByLabel("Titel"));
        mara.keyboard().type("Wer zahlt die " + word + "steuer?");
        assertThat(found).hasCount(2);
        assertThat(found.first()).containsText(title);
        assertThat(found.first()).containsText("beantwortet");
        assertThat(found.first().locator("mark").first()).containsText(word);
        assertThat(mara.locator(".ka-helping [role=status]")).hasText("2 Beiträge beantworten Ihre Frage vielleicht schon.");
        assertThat(mara.getByLabel("Titel")).isFocused();
        Looks.right(mara);
        Browser.accessible(mara);

        tabTo(mara, mara.locator(".ka-helping .ka-entry a").first());
        enter(mara, mara.locator(".ka-helping .ka-entry button").first());
        told(mara, "Schön, dass das hilft");
        assertThat(mara.locator("h1")).hasText(title);
        assertThat(mara.locator("main")).containsText("Hat schon 1 Frage erspart");

        mara.goBack();
        assertThat(mara.getByLabel("Titel")).hasValue("Wer zahlt die " + word + "steuer?");
        assertThat(found).hasCount(2);
        mara.getByLabel("Titel").fill("");
        assertThat(found).hasCount(0);
    }

    @Test
    void theFormWorksWithoutScripts() {
        Room room = Scene.space("Ohne Skript");
        Page petra = browser.withoutScripts(Person.PETRA);
        petra.navigate(Browser.at(room.path() + "/fragen/stellen"));
        assertThat(petra.locator("#hilft")).isHidden();
        petra.getByLabel("Titel").fill("Geht das auch ohne Skript?");
        petra.getByLabel("Ihre Frage").fill("Ja.");
        button(petra, "Frage veröffentlichen").click();
        told(petra, "Ihre Frage ist gestellt.");
    }

    private static void awaitHelp(Room room, String typed, String title) {
        Await.until(title + " helps", () -> Api.as(Person.MARA).get("/suche/antworten?bereich=" + room.slug() + "&q=" + typed).body().contains(title));
    }
}

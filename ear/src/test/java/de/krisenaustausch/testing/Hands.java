package de.krisenaustausch.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What people do on pages that takes more than a click. */
public final class Hands {

    /** So many steps with the tabulator are enough for the longest page. */
    private static final int STEPS = 120;

    private Hands() {
    }

    public static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** @return the page's own heading */
    public static Locator title(Page page) {
        return page.locator("h1");
    }

    /** Expects the sentence that tells what was done. */
    public static void told(Page page, String sentence) {
        assertThat(page.locator(".ka-messages [class*=ka-notice-good]")).containsText(sentence);
    }

    /** @return a file as the dialog hands it over */
    public static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    /** Chooses files in the dialog behind the drop zone's button and waits until they came in. */
    public static void choose(Page page, FilePayload... files) {
        int before = page.locator("[data-ka-file]").count();
        page.locator("#dateien").setInputFiles(files);
        assertThat(page.locator("[data-ka-file]")).hasCount(before + files.length);
    }

    /** Drags a file from the desktop onto the drop zone and lets it go there. */
    public static void drop(Page page, FilePayload file) {
        int before = page.locator("[data-ka-file]").count();
        JSHandle dragged = page.evaluateHandle("""
            ([name, content]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
              return transfer;
            }""", new Object[] {file.name, Base64.getEncoder().encodeToString(file.buffer)});
        Locator zone = page.locator("[data-ka-drop]");
        for (String event : new String[] {"dragenter", "dragover", "drop"}) {
            zone.dispatchEvent(event, Map.of("dataTransfer", dragged));
        }
        assertThat(page.locator("[data-ka-file]")).hasCount(before + 1);
    }

    /** Presses what starts a download. @return its bytes */
    public static byte[] download(Page page, Runnable press, String expectedName) {
        var download = page.waitForDownload(press);
        Assertions.assertThat(download.suggestedFilename()).isEqualTo(expectedName);
        return bytes(download.path());
    }

    /** Goes on with the tabulator until the focus is on something; what is focused on the way must be seen to be so. */
    public static void tabTo(Page page, Locator target) {
        for (int step = 0; step < STEPS; step++) {
            if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
            Assertions.assertThat(page.evaluate("""
                () => {
                  const focused = document.activeElement;
                  const seen = focused.matches('input[type=file]') ? focused.nextElementSibling : focused;
                  const style = getComputedStyle(seen);
                  return focused === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none' ? '' : focused.outerHTML.slice(0, 200);
                }""")).as("focused without being seen").isEqualTo("");
        }
        throw new AssertionError("no way with the tabulator to " + target);
    }

    /** Goes there with the tabulator and presses Enter. */
    public static void enter(Page page, Locator target) {
        tabTo(page, target);
        page.keyboard().press("Enter");
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

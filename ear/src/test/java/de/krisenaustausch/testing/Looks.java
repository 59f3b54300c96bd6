package de.krisenaustausch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * What every page must be in every state: free of barriers that a program can see, light and dark, on a desk and at
 * 320 px without scrolling sideways, in one language, and without a raw message key.
 */
public final class Looks {

    private static final int DESK = 1280;
    /** A desk's 1280 px at 400 %: WCAG 1.4.10. */
    private static final int SMALL = 320;
    private static final Properties GERMAN = texts("de");
    private static final Properties ENGLISH = texts("en");

    private Looks() {
    }

    /** Checks the page as it is now; leaves it light and wide. */
    public static void right(Page page) {
        right(page, "html");
    }

    /** Checks the open menu alone: what lies below is covered by it, some of it in part. */
    public static void menu(Page page) {
        right(page, "[data-ka-menu][open]");
    }

    private static void right(Page page, String within) {
        for (int width : new int[] {DESK, SMALL}) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            Browser.accessible(page, within);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            Browser.legible(page, within);
        }
        assertThat(page.evaluate("() => [...document.querySelectorAll('body *')].filter((e) => document.documentElement.scrollWidth > innerWidth "
            + "&& e.getBoundingClientRect().right > innerWidth).map((e) => e.outerHTML.slice(0, 120)).slice(0, 3)"))
            .as("what is wider than " + SMALL + " px on " + page.url()).isEqualTo(List.of());
        page.setViewportSize(DESK, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        words(page);
    }

    /** Checks the words of a page of the portal: one language, which the page names, and no key, hole or word of the other one. */
    public static void words(Page page) {
        String language = String.valueOf(page.evaluate("() => document.documentElement.lang"));
        boolean german = "de".equals(language);
        assertThat(language).as("language of " + page.url()).isEqualTo(String.valueOf(page.evaluate("() => navigator.language")).substring(0, 2));
        Set<Object> foreign = new HashSet<>((german ? ENGLISH : GERMAN).values());
        foreign.removeAll((german ? GERMAN : ENGLISH).values());
        List<String> words = words(page, language);
        assertThat(words).as("raw keys on " + page.url()).noneMatch(word -> word.contains("???") || GERMAN.containsKey(word) || word.matches(".*\\{\\d.*"));
        assertThat(words).as("words of the other language on " + page.url()).noneMatch(foreign::contains);
    }

    /** All that is read or read out, piece by piece; what is marked as another language is left out. */
    @SuppressWarnings("unchecked")
    private static List<String> words(Page page, String language) {
        return (List<String>) page.evaluate("""
            (language) => {
              const words = [document.title];
              for (const element of document.querySelectorAll('body, body *')) {
                const marked = element.closest('[lang]');
                if ((marked && marked.lang !== language) || element.closest('script, style, pre, template')) {
                  continue;
                }
                for (const attribute of ['aria-label', 'placeholder', 'title', 'alt']) {
                  words.push(element.getAttribute(attribute) ?? '');
                }
                if (element.matches('input[type=submit], input[type=button]')) {
                  words.push(element.value);
                }
                for (const node of element.childNodes) {
                  if (node.nodeType === Node.TEXT_NODE) {
                    words.push(node.data);
                  }
                }
              }
              return words.map((word) => word.trim()).filter((word) => word !== '');
            }""", language);
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (InputStream in = Looks.class.getResourceAsStream("/de/krisenaustausch/web/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

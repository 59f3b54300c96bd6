package de.krisenaustausch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium for tests that act as a person. One browser for all, a context of its own for each test and person; who signed
 * in once is signed in again by her cookies. A failed test leaves its screenshots in {@code target/screenshots}; every test
 * fails when a page wrote an error to the console, asked another host, or broke the content policy.
 */
public class Browser implements BeforeEachCallback, AfterEachCallback {

    private static final Path SHOTS = Path.of("target/screenshots");
    /** How long a page may take to show what is awaited, in milliseconds: enough for a machine with much else to do. */
    private static final double PATIENCE = 60_000;
    private static com.microsoft.playwright.Browser chromium;
    private static final Map<Person, String> SESSIONS = new EnumMap<>(Person.class);

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        complaints.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isPresent()) {
                shoot(context);
            } else {
                assertThat(complaints).as("what the browser complained of").isEmpty();
            }
        } finally {
            open.forEach(BrowserContext::close);
            open.clear();
        }
    }

    /** A new page of nobody. */
    public Page anonymous() {
        return page(options());
    }

    /** A page of nobody whose browser asks for a language, such as {@code en-GB}. */
    public Page anonymous(String language) {
        return page(options().setLocale(language));
    }

    /** A page of somebody who is signed in and whose browser asks for a language. */
    public Page of(Person person, String language) {
        return signedIn(person, options().setLocale(language));
    }

    /** A page of somebody who is signed in. */
    public Page of(Person person) {
        return signedIn(person, options());
    }

    /** A page of somebody who is signed in and whose browser runs no scripts. */
    public Page withoutScripts(Person person) {
        return signedIn(person, options().setJavaScriptEnabled(false));
    }

    /** Signs in by hand on a page that shows Keycloak's form. */
    public static void signIn(Page page, Person person) {
        signIn(page, person.email());
    }

    /** The same for an account that a test made. */
    public static void signIn(Page page, String email) {
        page.locator("#username").fill(email);
        page.locator("#password").fill(Person.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(TestStack.get().portalUrl().toString()));
    }

    /** @return the address of a path of the portal */
    public static String at(String path) {
        return TestStack.get().portalUrl() + path;
    }

    /** Asserts that the page, as it is now, has no violation of WCAG 2.2 A and AA that a program can see. */
    public static void accessible(Page page) {
        accessible(page, "html");
    }

    /** @param within a selector of the part that is looked at */
    static void accessible(Page page, String within) {
        AxeResults results = axe(page, within).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")).analyze();
        assertThat(results.getViolations().stream().map(Browser::describe)).as("axe on " + page.url()).isEmpty();
    }

    /** Asserts that all text stands out from its ground, in the colours that the page has now. */
    static void legible(Page page, String within) {
        AxeResults results = axe(page, within).withRules(List.of("color-contrast")).analyze();
        assertThat(results.getViolations().stream().map(Browser::describe)).as("contrast on " + page.url()).isEmpty();
    }

    /**
     * Tells of what is wrong only, since what is right of a long page is megabytes; and looks in the page itself: otherwise each look
     * would open a page of its own to gather what frames say, and there are none.
     */
    private static AxeBuilder axe(Page page, String within) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).include(within);
    }

    private Page signedIn(Person person, com.microsoft.playwright.Browser.NewContextOptions options) {
        String session = SESSIONS.get(person);
        Page page = page(session == null ? options : options.setStorageState(session));
        page.navigate(at("/anmelden"));
        if (page.url().contains("/realms/")) {
            signIn(page, person);
        }
        SESSIONS.put(person, page.context().storageState());
        return page;
    }

    private Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium().newContext(options);
        context.setDefaultTimeout(PATIENCE);
        open.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // a refused request is a matter of the test that made it
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().matches("(http://localhost:\\d+/|data:|blob:|about:).*")) {
                complaints.add("foreign request: " + request.url());
            }
        });
        return page;
    }

    /** Without motion, so that nothing is looked at half-way between two colours. */
    private static com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setLocale("de-DE").setViewportSize(1280, 900).setReducedMotion(ReducedMotion.REDUCE);
    }

    private static String describe(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": " + rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getHtml()).toList();
    }

    private void shoot(ExtensionContext context) {
        int number = 0;
        for (BrowserContext each : open) {
            for (Page page : each.pages()) {
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(SHOTS.resolve(context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName() + "-" + number++ + ".png")));
            }
        }
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create();
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"));
            Stream.of(System.getenv().getOrDefault("KA_CHROMIUM", ""), "/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path))).findFirst()
                .ifPresent(path -> options.setExecutablePath(Path.of(path)));
            chromium = playwright.chromium().launch(options);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }
}

package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.krisenaustausch.platform.web.Route;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Forms that no page of ours has sent, and links that act: refused, and nothing has changed. */
class ForgeryIT {

    private static final String STATE = "jakarta.faces.ViewState";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int EXPIRED = 440;

    private static String person;
    private static String space;
    private static SessionClient browser;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Unverändert");
        space = Ground.space("ALL_MEMBERS", Ground.person("Leitung"));
        Ground.join(space, person);
        browser = SessionClient.of(person);
    }

    @TestFactory
    Stream<DynamicTest> refusesViewStatesThatAreNotOfThisPage() {
        String own = profileForm().get(STATE);
        String middle = own.substring(0, own.length() / 2) + (own.charAt(own.length() / 2) == 'A' ? 'B' : 'A') + own.substring(own.length() / 2 + 1);
        Map<String, String> states = Map.of("tampered", middle, "cut off", own.substring(0, own.length() / 2),
            "that of a page without state", "stateless",
            "no state at all", "unsinn", "a Java object", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3Rvcg==", "empty", "");
        return states.entrySet().stream().map(state -> dynamicTest(state.getKey(), () -> {
            Map<String, String> form = profileForm();
            form.put(STATE, state.getValue());
            refused(browser.post("/profil", form));
        }));
    }

    @Test
    void refusesTheStateOfAnotherPage() {
        Map<String, String> leave = new HashMap<>(Map.of("mitgliedschaft", "mitgliedschaft", "verlassen", "1"));
        for (String state : List.of(profileForm().get(STATE), "unsinn")) {
            leave.put(STATE, state);
            refused(browser.post("/bereiche/" + space, leave));
        }
        assertThat(Ground.membership(space, person)).isNotEmpty();
    }

    /** A state says how a page is built, not whose it is: what another person's holds is neither shown nor changed. */
    @Test
    void takesNothingOfAnotherPersonFromHerState() {
        String other = Ground.person("Fremd");
        Map<String, String> form = profileForm();
        form.put("profil:familyName", "Unverändert");
        form.put(STATE, SessionClient.ownFields(SessionClient.of(other).get("/profil").body(), "profil").get(STATE));
        assertThat(browser.post("/profil", form).statusCode()).isEqualTo(302);
        form.put("profil:office", "");
        assertThat(browser.post("/profil", form).body()).contains(person).doesNotContain(other).doesNotContain("Fremd");
        assertThat(Api.json(Api.as(other).get("/api/v1/me").body()).getString("familyName")).isEqualTo("Fremd");
    }

    @Test
    void refusesAFormWithoutViewState() {
        Map<String, String> form = profileForm();
        form.remove(STATE);
        refused(browser.post("/profil", form));
    }

    @Test
    void takesTheFormOfThePageItself() {
        Map<String, String> form = profileForm();
        form.put("profil:familyName", "Unverändert");
        assertThat(browser.post("/profil", form).statusCode()).isEqualTo(302);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatOtherSitesSend() {
        String portal = TestStack.get().portalUrl().toString();
        Map<String, Map<String, String>> senders = Map.of(
            "another origin", Map.of("Origin", "https://boese.example"),
            "no origin", Map.of(),
            "an origin that hides", Map.of("Origin", "null"),
            "an origin that begins like ours", Map.of("Origin", portal + ".boese.example"),
            "a browser that says cross-site", Map.of("Sec-Fetch-Site", "cross-site", "Origin", portal),
            "a browser that says same-site", Map.of("Sec-Fetch-Site", "same-site"));
        String profile = encoded(profileForm());
        Map<String, String> requests = Map.of("/profil", profile, "/sprache", "sprache=en", "/abmelden", "",
            "/bereiche/" + space, "mitgliedschaft=mitgliedschaft&verlassen=1&" + STATE + "=stateless",
            "/bereiche/" + space + "/folgen", "haeufigkeit=IMMEDIATELY", "/profil/benachrichtigungen/speichern", "alles=1",
            "/api/v1/uploads?name=fremd.txt", "Text");
        return senders.entrySet().stream().flatMap(sender -> requests.entrySet().stream().map(request -> dynamicTest(sender.getKey() + " " + request.getKey(), () -> {
            Map<String, String> headers = new HashMap<>(sender.getValue());
            headers.put("Content-Type", FORM);
            String before = Database.fingerprint();
            HttpResponse<String> answer = browser.send("POST", request.getKey(), BodyPublishers.ofString(request.getValue()), headers);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Database.fingerprint()).isEqualTo(before);
        })));
    }

    @TestFactory
    Stream<DynamicTest> changesNothingByFollowingALink() {
        long document = Ground.share(person, space, "Bleibt", "Bleibt, wie es ist.");
        String leave = "mitgliedschaft=mitgliedschaft&verlassen=1&" + STATE + "=stateless";
        List<String> links = List.of("/bereiche/" + space + "?" + leave, "/bereiche/" + space + "?verlassen=1",
            "/profil?" + encoded(profileForm()), "/abmelden", "/sprache?sprache=en", "/bereiche/" + space + "/folgen?haeufigkeit=DAILY",
            "/profil/benachrichtigungen/speichern?alles=1", "/bereiche/" + space + "/dokumente/" + document + "?loeschen=1&" + STATE + "=stateless");
        return Stream.of("GET", "HEAD").flatMap(method -> links.stream().map(link -> dynamicTest(method + " " + link, () -> {
            browser.get("/bereiche/" + space);
            String before = Database.fingerprint();
            HttpResponse<String> answer = browser.send(method, link, BodyPublishers.noBody(), Map.of());
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(Database.fingerprint()).isEqualTo(before);
            assertThat(browser.get("/profil").statusCode()).as("still signed in").isEqualTo(200);
        })));
    }

    @TestFactory
    Stream<DynamicTest> changesNothingByOpeningPages() {
        return Stream.of(Route.values()).filter(route -> route.access() != Route.Access.ADMIN).map(route -> dynamicTest(route.template(), () -> {
            String address = route.template().replace("{slug}", space).replace("{id}", "1").replace("{token}", "A".repeat(43));
            browser.get(address);
            String before = Database.fingerprint();
            browser.get(address);
            assertThat(Database.fingerprint()).isEqualTo(before);
        }));
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(EXPIRED);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ").contains("<h1");
        assertThat(Api.json(Api.as(person).get("/api/v1/me").body()).getString("familyName")).isEqualTo("Unverändert");
    }

    /** The form as the page has it, with a name that must not be taken over. */
    private static Map<String, String> profileForm() {
        String page = browser.get("/profil").body();
        Map<String, String> form = SessionClient.ownFields(page, "profil");
        form.putAll(Map.of("profil:givenName", "Probe", "profil:familyName", "Gefälscht", "profil:office", "Amt für Versuche"));
        form.put("profil:municipality", SessionClient.value(page, "profil:municipality"));
        return form;
    }

    private static String encoded(Map<String, String> form) {
        return SessionClient.encode(form);
    }
}

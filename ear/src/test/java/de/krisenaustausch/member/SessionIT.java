package de.krisenaustausch.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in makes a new session, signing out ends both; the session's name is told to the browser only, and only in its cookie. */
class SessionIT {

    private static String person;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Sitzung");
    }

    /** There is no anonymous session to begin with ({@link #makesNoSessionForReadersOfPublicPages}), so an attacker can only make one up. */
    @Test
    void signsInToASessionThatNobodyKnew() {
        SessionClient browser = SessionClient.anonymous();
        browser.get("/");
        browser.setCookie(SessionClient.SESSION, "vom-angreifer-gewaehlt");
        browser.signIn(person);
        assertThat(browser.get("/bereiche").statusCode()).isEqualTo(200);
        assertThat(browser.cookie(SessionClient.SESSION)).isNotEqualTo("vom-angreifer-gewaehlt");
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        HttpResponse<String> answer = SessionClient.anonymous().signIn(person);
        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith(SessionClient.SESSION + "="))
            .isNotEmpty().allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void makesNoSessionForReadersOfPublicPages() {
        SessionClient browser = SessionClient.anonymous();
        List.of("/", "/impressum", "/datenschutz", "/barrierefreiheit", "/gibt-es-nicht").forEach(browser::get);
        assertThat(browser.cookie(SessionClient.SESSION)).isNull();
    }

    @Test
    void writesNoSessionIntoAddresses() {
        SessionClient browser = SessionClient.anonymous();
        HttpResponse<String> leading = browser.get("/bereiche");
        assertThat(leading.headers().firstValue("Location").orElseThrow()).doesNotContainIgnoringCase("sessionid");
        HttpResponse<String> back = browser.signIn(person);
        assertThat(back.headers().firstValue("Location").orElseThrow()).doesNotContainIgnoringCase("sessionid").doesNotContain("code=");
        for (String page : List.of("/", "/bereiche", "/profil", "/suche")) {
            assertThat(browser.get(page).body()).doesNotContainIgnoringCase(";jsessionid").doesNotContain(browser.cookie(SessionClient.SESSION));
        }
    }

    @Test
    void takesNoSessionFromAnAddress() {
        String session = SessionClient.of(person).cookie(SessionClient.SESSION);
        for (String name : List.of("jsessionid", SessionClient.SESSION)) {
            assertThat(SessionClient.anonymous().get("/bereiche;" + name + "=" + session).statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    void signsOutHereAndAtKeycloak() {
        SessionClient browser = SessionClient.signedIn(person);
        String session = browser.cookie(SessionClient.SESSION);
        HttpResponse<String> answer = browser.post("/abmelden", Map.of());
        assertThat(answer.statusCode()).isEqualTo(302);
        HttpResponse<String> home = browser.follow(answer);
        assertThat(home.headers().firstValue("Location").orElseThrow()).startsWith(TestStack.get().portalUrl() + "/");

        SessionClient thief = SessionClient.anonymous();
        thief.setCookie(SessionClient.SESSION, session);
        assertThat(thief.get("/bereiche").statusCode()).isEqualTo(302);
        HttpResponse<String> again = browser.follow(browser.get("/bereiche"));
        assertThat(again.body()).as("Keycloak asks for the password again").contains("kc-form-login");
    }

    @Test
    void endsKeycloaksSession() {
        String other = Ground.person("Abmeldung");
        SessionClient browser = SessionClient.signedIn(other);
        assertThat(Accounts.browserSessions(other)).isEqualTo(1);
        browser.follow(browser.post("/abmelden", Map.of()));
        assertThat(Accounts.browserSessions(other)).isZero();
    }
}

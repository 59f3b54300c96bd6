package de.krisenaustausch.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Keycloak is away for a while: the portal says so in a sentence, and goes on by itself when it is back. */
class SignInAwayDrillIT {

    private static final String SENTENCE = "Ein Teil des Portals, zum Beispiel die Anmeldung, antwortet gerade nicht.";
    private static final String ENGLISH = "A part of the portal, such as the sign-in, is not answering right now.";
    /** Long enough for what is done with it before it ends, short enough to wait for that. */
    private static final int TOKEN_SECONDS = 20;
    private static final int USUAL_SECONDS = 60;
    private static final int HOPS = 6;

    private final SessionClient anonymous = SessionClient.anonymous();

    @Test
    void saysSoAndRecoversByItself() {
        String person = Ground.person("Ausfall");
        String link = link();
        assertThat(Api.as(person).get("/api/v1/me").statusCode()).isEqualTo(200);
        Accounts.tokensLast(TOKEN_SECONDS);
        SessionClient staying = SessionClient.signedIn(person);
        SessionClient going = SessionClient.signedIn(person);
        TestStack.stopKeycloak();
        try {
            Await.until("it is noticed", () -> anonymous.get("/bereiche").statusCode() == 503);
            assertThat(staying.get("/profil").statusCode()).as("whose token still counts goes on").isEqualTo(200);
            assertThat(Api.as(person).get("/api/v1/me").statusCode()).as("a program with such a token, too").isEqualTo(200);
            HttpResponse<String> out = going.post("/abmelden", Map.of());
            assertThat(out.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/?meldung=signedOutHere"));
            assertThat(going.follow(out).body()).contains("Schließen Sie den Browser");

            nobodyGetsIn(link);
            Await.until("the session's token has ended", () -> staying.get("/api/v1/me").statusCode() != 200);
            isAway(() -> staying.get("/bereiche"));
            isProblem(() -> staying.send("GET", "/api/v1/me", BodyPublishers.noBody(), Map.of("Accept", "application/json")));
        } finally {
            TestStack.get().startKeycloak();
            Accounts.tokensLast(USUAL_SECONDS);
        }
        Await.until("the portal leads to the sign-in again", () -> anonymous.get("/bereiche").statusCode() == 302);
        HttpResponse<String> page = staying.get("/profil");
        for (int hop = 0; hop < HOPS && page.statusCode() == 302; hop++) {
            page = staying.follow(page);
        }
        assertThat(page.uri().toString()).as("nothing was asked of her").startsWith(TestStack.get().portalUrl() + "/profil");
        assertThat(page.body()).contains(person);
        assertThat(anonymous.submit("/zugang/" + link, "zugang", Map.of("zugang:credential", "PASSWORD")).statusCode()).isEqualTo(302);
        assertThat(Api.as(Ground.person("Danach")).get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    private void nobodyGetsIn(String link) {
        for (String path : List.of("/", "/registrieren", "/impressum", "/zugang/" + link)) {
            assertThat(anonymous.get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/bereiche", "/anmelden", "/suche?q=Notbetreuung", "/verwaltung")) {
            isAway(() -> anonymous.get(path));
        }
        isAway(() -> anonymous.post("/bereiche/corona", Map.of("beitreten", "1")));
        isAway(() -> anonymous.submit("/zugang/" + link, "zugang", Map.of("zugang:credential", "PASSWORD")));
        assertThat(Database.column("select 1 from personal_link where used_at is null and token_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex')", link)).as("not used up").hasSize(1);
        HttpResponse<String> english = anonymous.send("GET", "/bereiche", BodyPublishers.noBody(), Map.of("Accept-Language", "en"));
        assertThat(english.statusCode()).isEqualTo(503);
        assertThat(english.body()).contains(ENGLISH);
        assertThat(Api.anonymous().get("/api/v1/me").statusCode()).as("who shows nothing is asked for a token as ever").isEqualTo(401);
    }

    private static void isAway(Supplier<HttpResponse<String>> request) {
        HttpResponse<String> answer = assertTimeout(Duration.ofSeconds(5), request::get);
        assertThat(answer.statusCode()).as(answer.request().toString()).isEqualTo(503);
        assertThat(answer.body()).contains(SENTENCE);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static void isProblem(Supplier<HttpResponse<String>> request) {
        isAway(request);
        assertThat(request.get().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static String link() {
        String token = "%040x".formatted(System.nanoTime());
        Ground.link(token, "ENTER", "APPROVED");
        return token;
    }
}

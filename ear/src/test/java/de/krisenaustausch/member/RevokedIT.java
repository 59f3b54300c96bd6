package de.krisenaustausch.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody lost she has lost at her next request, and an account that was blocked is shut when its token ends. */
class RevokedIT {

    @Test
    void shutsAClosedSpaceToWhomeverItsModeratorSendsAway() {
        String moderator = Ground.person("Leitung");
        String member = Ground.person("Weg");
        String space = Ground.space("INVITED", moderator);
        Ground.bringIn(space, moderator, member);
        long document = Ground.share(moderator, space, "Vertraulich", "Nur für den Kreis.");
        String page = "/bereiche/" + space + "/dokumente/" + document;
        assertThat(SessionClient.of(member).get(page).statusCode()).isEqualTo(200);

        Ground.sendAway(space, moderator, member);

        for (String address : new String[] {"/bereiche/" + space, page, page + "/datei", "/bereiche/" + space + "/paket?dokument=" + document}) {
            assertThat(SessionClient.of(member).get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(Api.as(member).get("/api/v1/spaces/" + space + "/documents/" + document + "/file").statusCode()).isEqualTo(404);
    }

    /** One test for all, since each waits for the minute that a token lives. */
    @Test
    void shutsOutWithinAMinuteWhomKeycloakBlockedOrStripped() {
        String blocked = Ground.person("Gesperrt");
        String stripped = Ground.person("Ohne Rolle");
        SessionClient blockedBrowser = SessionClient.of(blocked);
        SessionClient strippedBrowser = SessionClient.of(stripped);
        assertThat(blockedBrowser.get("/bereiche").statusCode()).isEqualTo(200);
        assertThat(strippedBrowser.get("/bereiche").statusCode()).isEqualTo(200);
        Map<String, String> token = Map.of("Authorization", "Bearer " + Api.token(blocked));
        assertThat(Api.anonymous().send("GET", "/api/v1/me", BodyPublishers.noBody(), token).statusCode()).isEqualTo(200);

        Accounts.block(blocked);
        Accounts.takeRoles(stripped);

        Await.until("the blocked account's browser is shut out", () -> blockedBrowser.get("/bereiche").statusCode() != 200);
        Await.until("the stripped account's browser is shut out", () -> strippedBrowser.get("/bereiche").statusCode() == 403);
        Await.until("the blocked account's program is shut out",
            () -> Api.anonymous().send("GET", "/api/v1/me", BodyPublishers.noBody(), token).statusCode() == 401);
    }
}

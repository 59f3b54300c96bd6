package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SecondStart;
import de.krisenaustausch.testing.SessionClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Behind a proxy that ends TLS: browsers are told to stay with it, and cookies travel by it only. */
class BehindProxyDrillIT {

    private static final Map<String, String> TLS = Map.of("X-Forwarded-Proto", "https");

    @BeforeAll
    static void restart() {
        SecondStart.ensure();
    }

    @Test
    void asksForTlsInEveryAnswer() {
        for (String path : List.of("/", "/bereiche", "/gibt-es-nicht", "/api/v1/me", "/api/v1/openapi.json", "/sprache")) {
            HttpResponse<String> answer = SessionClient.anonymous().send("GET", path, BodyPublishers.noBody(), TLS);
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).as(path).hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
            HeadersIT.requireProtection(answer);
        }
    }

    @Test
    void marksTheSessionsCookie() {
        HttpResponse<String> answer = SessionClient.anonymous().signIn(Ground.person("Sicher"));
        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith(SessionClient.SESSION + "=")).isNotEmpty()
            .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; secure").containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }
}

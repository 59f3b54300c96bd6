package de.krisenaustausch.platform.identity;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls to Keycloak's admin REST API as the portal's service account. The token is kept until shortly before its end; one that
 * Keycloak refuses all the same (it was restarted, the realm was changed) is renewed once.
 */
final class AdminApi {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
    private final URI realm;
    private final String admin;
    private final String credentials;

    private String token;
    private Instant tokenEnd = Instant.MIN;

    /** @param realm the realm's address, {@code …/realms/<name>} */
    AdminApi(URI realm, String client, String secret) {
        this.realm = realm;
        this.admin = realm.toString().replaceFirst("/realms/([^/]+)$", "/admin/realms/$1");
        this.credentials = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
    }

    /** An answer whose status the caller judges. */
    record Answer(int status, String body, String location) {

        boolean isDone() {
            return status / 100 == 2;
        }

        JsonStructure json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.read();
            } catch (RuntimeException noJson) {
                throw new AccountsUnavailableException("Keycloak answered something that is not JSON.", noJson);
            }
        }
    }

    /**
     * @param path below the realm, beginning with a slash
     * @param body null for none
     * @return an answer with a status below 500 that is neither 401 nor 403
     * @throws AccountsUnavailableException otherwise, and when none comes in time
     */
    Answer call(String method, String path, JsonValue body) {
        String bearer = token(false);
        Answer answer = send(method, path, body, bearer);
        if (answer.status() == UNAUTHORIZED) {
            answer = send(method, path, body, token(true));
        }
        if (answer.status() == UNAUTHORIZED || answer.status() == 403 || answer.status() >= 500) {
            throw new AccountsUnavailableException("Keycloak answered " + answer.status() + " to " + method + " " + path.replaceAll("\\?.*", "") + ".");
        }
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, String path, JsonValue body, String bearer) {
        HttpRequest.BodyPublisher content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.toString());
        return send(HttpRequest.newBuilder(URI.create(admin + path)).header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json").method(method, content));
    }

    private synchronized String token(boolean fresh) {
        if (fresh || Instant.now().isAfter(tokenEnd)) {
            Answer answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(credentials)));
            if (!answer.isDone()) {
                throw new AccountsUnavailableException("Keycloak gives the portal no token (status " + answer.status()
                    + "): its client for accounts is missing there, or has another secret than KA_OIDC_SECRET.");
            }
            token = answer.json().asJsonObject().getString("access_token");
            tokenEnd = Instant.now().plusSeconds(answer.json().asJsonObject().getInt("expires_in", 0)).minus(MARGIN);
        }
        return token;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.timeout(ANSWER).header("Accept", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers().firstValue("Location").orElse(""));
        } catch (IOException unreachable) {
            throw new AccountsUnavailableException("Keycloak can't be reached: " + unreachable, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AccountsUnavailableException("Stopped while Keycloak was asked.", stopped);
        }
    }
}

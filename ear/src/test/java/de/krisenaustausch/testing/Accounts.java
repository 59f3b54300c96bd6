package de.krisenaustausch.testing;

import jakarta.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes accounts in the local Keycloak, for tests in which somebody signs in for the first time. */
public final class Accounts {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Accounts() {
    }

    /** @return the e-mail address with which the new person signs in; her password is {@link Person#PASSWORD} */
    public static String open(String givenName, String familyName) {
        String email = givenName.toLowerCase(java.util.Locale.ROOT) + "." + Scene.unique() + "@beispielheim.example";
        String user = Json.createObjectBuilder().add("username", email).add("email", email).add("emailVerified", true)
            .add("firstName", givenName).add("lastName", familyName).add("enabled", true)
            .add("credentials", Json.createArrayBuilder().add(Json.createObjectBuilder().add("type", "password").add("value", Person.PASSWORD).add("temporary", false)))
            .build().toString();
        send("/admin/realms/krisenaustausch/users", "application/json", user, "Bearer " + token(), 201);
        return email;
    }

    private static String token() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password=admin";
        return Api.json(send("/realms/master/protocol/openid-connect/token", "application/x-www-form-urlencoded", form, "", 200)).getString("access_token");
    }

    private static String send(String path, String type, String body, String authorization, int expected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestStack.get().keycloakUrl() + path))
            .header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new IllegalStateException("Keycloak answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

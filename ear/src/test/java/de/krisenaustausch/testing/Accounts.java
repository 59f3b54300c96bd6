package de.krisenaustausch.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Accounts of a test's own, made, blocked and stripped of roles as an operator does it: over Keycloak's administration. */
public final class Accounts {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String REALM = "/admin/realms/krisenaustausch";

    private Accounts() {
    }

    /** @return the e-mail address with which the new person signs in; her password is {@link Person#PASSWORD} */
    public static String open(String givenName, String familyName) {
        String email = givenName.toLowerCase(java.util.Locale.ROOT) + "." + Scene.unique() + "@beispielheim.example";
        open(email, givenName, familyName);
        return email;
    }

    /** The same with an address that is known elsewhere. */
    public static void open(String email, String givenName, String familyName) {
        ask("POST", REALM + "/users", Json.createObjectBuilder().add("username", email).add("email", email).add("emailVerified", true)
            .add("firstName", givenName).add("lastName", familyName).add("enabled", true)
            .add("credentials", Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("type", "password").add("value", Person.PASSWORD).add("temporary", false))).build().toString());
    }

    /** @return how many accounts have that address */
    public static int count(String email) {
        return array(ask("GET", REALM + "/users?exact=true&email=" + Api.encode(email), "")).size();
    }

    /** Blocks an account; whoever is signed in with it is to lose access when her token ends. */
    public static void block(String email) {
        ask("PUT", REALM + "/users/" + id(email), "{\"enabled\":false}");
    }

    /** Takes the role of a member from an account. */
    public static void takeRoles(String email) {
        String roles = REALM + "/users/" + id(email) + "/role-mappings/realm";
        ask("DELETE", roles, ask("GET", roles, ""));
    }

    /** Sets how long a token counts from now on; the realm's own are 60 s. */
    public static void tokensLast(int seconds) {
        ask("PUT", REALM, Json.createObjectBuilder().add("accessTokenLifespan", seconds).build().toString());
    }

    /** @return how many sessions Keycloak keeps of that account's browsers; those of programs with a token do not count */
    public static long browserSessions(String email) {
        return array(ask("GET", REALM + "/users/" + id(email) + "/sessions", "")).stream().map(jakarta.json.JsonValue::asJsonObject)
            .filter(session -> session.getJsonObject("clients").values().stream().anyMatch(client -> client.toString().equals("\"krisenaustausch\""))).count();
    }

    /** @return aliases of the identity providers that are joined with that account */
    public static List<String> identities(String email) {
        return array(ask("GET", REALM + "/users/" + id(email) + "/federated-identity", "")).getValuesAs(jakarta.json.JsonObject.class).stream()
            .map(each -> each.getString("identityProvider")).toList();
    }

    private static String id(String email) {
        return array(ask("GET", REALM + "/users?exact=true&username=" + Api.encode(email), "")).getJsonObject(0).getString("id");
    }

    private static String ask(String method, String path, String json) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(json)));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String token() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin")));
        return Api.json(answer.body()).getString("access_token");
    }

    private static URI at(String path) {
        return URI.create(TestStack.get().keycloakUrl() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonArray array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }
}

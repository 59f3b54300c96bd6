package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Thousands of accounts in the local Keycloak. Their passwords are hashed once, cheaply, and the realm is told not to
 * hash them anew: what a real hash costs is Keycloak's figure, not the portal's.
 */
final class Accounts {

    private static final String ALGORITHM = "pbkdf2-sha256";
    private static final int BATCH = 500;
    private static final int KEY_BITS = 512;
    /** Longer than a measure takes: asking for a token is Keycloak's work, and not what is measured. */
    private static final int TOKEN_SECONDS = 3600;
    private static final String REALM = "/admin/realms/krisenaustausch";
    private static final String QUICK = "hashAlgorithm(" + ALGORITHM + ") and hashIterations(1)";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI keycloak;
    private final String admin;
    private final String adminPassword;

    Accounts(URI keycloak, String admin, String adminPassword) {
        this.keycloak = keycloak;
        this.admin = admin;
        this.adminPassword = adminPassword;
    }

    /** Has the realm ready for many sign-ins: cheap hashes, nobody kept out for trying too often, and tokens that last longer than a measure. */
    void prepare() {
        policy(QUICK);
    }

    /** Makes the accounts that are not there yet; the first one is number 1. */
    void create(int count, String password) {
        JsonObject credential = credential(password);
        for (int first = 1; first <= count; first += BATCH) {
            JsonArrayBuilder users = Json.createArrayBuilder();
            for (int number = first; number < Math.min(first + BATCH, count + 1); number++) {
                users.add(Json.createObjectBuilder().add("username", name(number)).add("email", name(number)).add("emailVerified", true)
                    .add("firstName", "Mia").add("lastName", "Mess" + number).add("enabled", true)
                    .add("credentials", Json.createArrayBuilder().add(credential))
                    .add("realmRoles", Json.createArrayBuilder().add("default-roles-krisenaustausch")));
            }
            send("POST", REALM + "/partialImport", Json.createObjectBuilder().add("ifResourceExists", "SKIP").add("users", users).build());
        }
    }

    /**
     * Gives accounts their password anew.
     *
     * @param real whether hashed as Keycloak does it by itself, or as quickly as can be
     */
    void hash(int count, String password, boolean real) {
        policy(real ? "" : QUICK);
        for (int number = 1; number <= count; number++) {
            JsonArray found = Json.createReader(new StringReader(send("GET", REALM + "/users?exact=true&username=" + name(number), JsonValue.EMPTY_JSON_OBJECT))).readArray();
            send("PUT", REALM + "/users/" + found.getJsonObject(0).getString("id") + "/reset-password",
                Json.createObjectBuilder().add("type", "password").add("value", password).add("temporary", false).build());
        }
    }

    private void policy(String policy) {
        send("PUT", REALM, Json.createObjectBuilder().add("passwordPolicy", policy).add("bruteForceProtected", false).add("accessTokenLifespan", TOKEN_SECONDS).build());
    }

    /** @return user name and address of an account */
    static String name(int number) {
        return "mitglied-%05d@messung.example".formatted(number);
    }

    private static JsonObject credential(String password) {
        try {
            byte[] salt = "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII);
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1, KEY_BITS)).getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            JsonObject secret = Json.createObjectBuilder().add("value", base64.encodeToString(hash)).add("salt", base64.encodeToString(salt))
                .add("additionalParameters", JsonValue.EMPTY_JSON_OBJECT).build();
            JsonObject how = Json.createObjectBuilder().add("hashIterations", 1).add("algorithm", ALGORITHM)
                .add("additionalParameters", JsonValue.EMPTY_JSON_OBJECT).build();
            return Json.createObjectBuilder().add("type", "password").add("secretData", secret.toString()).add("credentialData", how.toString()).build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String send(String method, String path, JsonObject body) {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(keycloak + path))
                .header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString())).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackException("Keycloak refuses " + method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new StackException("Keycloak does not answer: " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while making accounts.", stopped);
        }
    }

    private String token() throws IOException, InterruptedException {
        String form = String.join("&", Map.of("grant_type", "password", "client_id", "admin-cli", "username", admin, "password", adminPassword)
            .entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()).toList());
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(),
            HttpResponse.BodyHandlers.ofString());
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getString("access_token");
        }
    }
}

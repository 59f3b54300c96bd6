package de.krisenaustausch.stack.examples;

import de.krisenaustausch.stack.StackException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Bearer tokens of the example accounts, from the local Keycloak, for name and password. Each is kept while it is good. */
public final class Tokens {

    private static final long MARGIN_SECONDS = 15;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> kept = new ConcurrentHashMap<>();
    private final URI endpoint;
    private final String password;

    private record Token(String value, Instant until) {
    }

    /**
     * @param keycloak its address, without a slash at the end
     * @param password the one that all example accounts have
     */
    public Tokens(URI keycloak, String password) {
        this.endpoint = URI.create(keycloak + "/realms/krisenaustausch/protocol/openid-connect/token");
        this.password = password;
    }

    /**
     * @param username of an example account
     * @return a token that is good for some seconds at least
     * @throws StackException when Keycloak refuses or does not answer
     */
    public String of(String username) {
        return kept.compute(username, (name, token) -> token != null && Instant.now().isBefore(token.until()) ? token : grant(name)).value();
    }

    private Token grant(String username) {
        Map<String, String> form = Map.of("grant_type", "password", "client_id", "krisenaustausch-api", "scope", "openid",
            "username", username, "password", password);
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(endpoint).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackException("Keycloak gives no token to " + username + ": " + response.statusCode() + " " + response.body());
            }
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                JsonObject answer = reader.readObject();
                return new Token(answer.getString("access_token"), Instant.now().plusSeconds(answer.getInt("expires_in") - MARGIN_SECONDS));
            }
        } catch (IOException unreachable) {
            throw new StackException("Keycloak does not answer at " + endpoint + ": " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while asking Keycloak for a token.", stopped);
        }
    }
}

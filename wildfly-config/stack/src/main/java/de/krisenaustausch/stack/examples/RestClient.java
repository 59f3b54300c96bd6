package de.krisenaustausch.stack.examples;

import de.krisenaustausch.stack.StackException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Speaks to the portal's REST interface as one of its members after the other. */
public final class RestClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final String base;
    private final Tokens tokens;

    /** @param portal its start page, without a slash at the end */
    public RestClient(URI portal, Tokens tokens) {
        this.base = portal + "/api/v1/";
        this.tokens = tokens;
    }

    public JsonObject get(String username, String path) {
        return send(username, "GET", path, BodyPublishers.noBody(), Set.of());
    }

    public JsonObject put(String username, String path, JsonValue body) {
        return send(username, "PUT", path, json(body), Set.of());
    }

    /** @param accepted codes of problems that are fine, since they say that the thing is there already */
    public JsonObject post(String username, String path, JsonValue body, String... accepted) {
        return send(username, "POST", path, json(body), Set.of(accepted));
    }

    /** @return the upload's id */
    public long upload(String username, String fileName, byte[] file) {
        return send(username, "POST", "uploads?name=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8),
            BodyPublishers.ofByteArray(file), Set.of()).getJsonNumber("id").longValue();
    }

    /** Posts bytes as they are. */
    public JsonObject send(String username, String path, byte[] body) {
        return send(username, "POST", path, BodyPublishers.ofByteArray(body), Set.of());
    }

    private static BodyPublisher json(JsonValue body) {
        return BodyPublishers.ofString(body.toString());
    }

    private JsonObject send(String username, String method, String path, BodyPublisher body, Set<String> accepted) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE)
            .header("Authorization", "Bearer " + tokens.of(username))
            .header("Content-Type", path.startsWith("uploads") || path.startsWith("municipalities/") ? "application/octet-stream" : "application/json")
            .header("Accept", "application/json")
            .header("Accept-Language", "de")
            .method(method, body).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonObject answer = read(response.body());
            if (response.statusCode() / 100 == 2 || accepted.contains(answer.getString("code", ""))) {
                return answer;
            }
            throw new StackException("The portal refuses " + method + " " + path + " of " + username + ": " + response.statusCode() + " "
                + answer.getString("detail", response.body()));
        } catch (IOException unreachable) {
            throw new StackException("The portal does not answer at " + base + path + ": " + unreachable.getMessage(), unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while speaking to the portal.", stopped);
        }
    }

    private static JsonObject read(String body) {
        if (!body.startsWith("{")) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}

package de.krisenaustausch.testing;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/** Plain HTTP to the portal, as a program with a person's token, or as nobody. Redirects are answers, not followed. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static final long RENEW_NANOS = 40_000_000_000L;

    private final String email;

    private Api(String email) {
        this.email = email;
    }

    private record Token(String value, long at) {
    }

    public static Api as(Person person) {
        return new Api(person.email());
    }

    /** As an account of a test's own. */
    public static Api as(String email) {
        return new Api(email);
    }

    public static Api anonymous() {
        return new Api(null);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), Map.of());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    /** Sends a request; the portal's address is put before the path, the token into the headers. */
    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        return send(method, path, body, headers, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers, HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestStack.get().portalUrl() + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (email != null) {
            request.setHeader("Authorization", "Bearer " + token(email));
        }
        return exchange(request.build(), handler);
    }

    /** @return a bearer token of that person, not older than 40 s */
    public static String token(Person person) {
        return token(person.email());
    }

    /** The same for an account of a test's own. */
    public static String token(String email) {
        return TOKENS.compute(email, (who, known) ->
            known != null && System.nanoTime() - known.at() < RENEW_NANOS ? known : new Token(fetch(who), System.nanoTime())).value();
    }

    private static String fetch(String email) {
        String form = "grant_type=password&client_id=krisenaustausch-api&scope=openid&username=" + encode(email) + "&password=" + encode(Person.PASSWORD);
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(TestStack.get().keycloakUrl() + "/realms/krisenaustausch/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no token for " + email + ": " + answer.body());
        }
        return json(answer.body()).getString("access_token");
    }

    private static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(request.method() + " " + request.uri(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever asks like a loop is made to wait, and nobody else. The limits are those that an installation has that sets none. */
class FloodIT {

    private static final int TOO_MANY = 429;
    private static final int SEARCHES = 300;
    private static final int SUGGESTIONS = 1200;
    private static final int UPLOADS = 2000;

    @Test
    void aMemberSearchesAsOftenAsAPersonCan() {
        String email = Ground.person("Sucher");
        SessionClient browser = SessionClient.of(email);
        Api program = Api.as(email);
        flood(SEARCHES, () -> program.get("/api/v1/search?q=maske"));

        HttpResponse<String> problem = program.get("/api/v1/search?q=maske");
        requireWait(problem, 60);
        assertThat(problem.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        assertThat(Api.json(problem.body()).getInt("status")).isEqualTo(TOO_MANY);
        assertThat(Api.json(problem.body()).getString("detail")).contains("In einer Minute geht es weiter");
        for (String path : List.of("/suche?q=maske", "/suche/?q=maske", "/suche;a=b?q=maske", "/suche/vorschlaege?q=mas")) {
            requireWait(browser.get(path), 60);
        }
        HttpResponse<String> page = browser.get("/suche?q=maske");
        assertThat(page.body()).contains("<h1>Das war zu schnell hintereinander</h1>", "In einer Minute geht es weiter", "portal");
        HeadersIT.requireProtection(page);
        for (String path : List.of("/api/v1/search/?q=maske", "/api/v1/search;a=b?q=maske", "/api/v1//search?q=maske")) {
            assertThat(program.get(path).statusCode()).as(path).isIn(TOO_MANY, HttpURLConnection.HTTP_NOT_FOUND);
        }

        assertThat(browser.get("/bereiche").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(Api.as(Ground.person("Nachbarin")).get("/api/v1/search?q=maske").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    @Test
    void aMemberSendsAsManyFilesAsAnArchiveHas() {
        String email = Ground.person("Archivar");
        Supplier<HttpResponse<String>> empty = () -> Api.as(email).send("POST", "/api/v1/uploads?name=leer.txt", BodyPublishers.noBody(), Map.of());
        flood(UPLOADS, empty);

        HttpResponse<String> refused = Ground.tryUpload(email, "eine.txt", "eine zu viel".getBytes(StandardCharsets.UTF_8));
        requireWait(refused, 3600);
        assertThat(Api.json(refused.body()).getString("detail")).contains("Minuten geht es weiter");
        assertThat(Api.as(email).get("/api/v1/search?q=maske").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    /** The example stack is reached from this machine only; but all of 127.0.0.0/8 is this machine, each a network of its own. */
    @Test
    void aVisitorLooksMunicipalitiesUpAsOftenAsATownHallCan() {
        IntStream.range(0, SUGGESTIONS).parallel().forEach(time -> assertThat(suggest("127.0.0.2", "")).contains(" 200 "));

        String refused = suggest("127.0.0.2", "");
        assertThat(refused).contains(" 429 ").containsPattern("Retry-After: [1-6]?\\d\r\n");
        assertThat(suggest("127.0.0.2", "X-Forwarded-For: 203.0.113.7\r\n")).as("a spoofed origin").contains(" 429 ");
        assertThat(suggest("127.0.0.3", "")).contains(" 200 ");
        assertThat(SessionClient.of(Ground.person("Tippt")).get("/kommunen/vorschlaege?q=neu").statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }

    private static void flood(int times, Supplier<HttpResponse<String>> ask) {
        IntStream.range(0, times).parallel().forEach(time -> assertThat(ask.get().statusCode()).isNotEqualTo(TOO_MANY));
    }

    private static void requireWait(HttpResponse<String> answer, long mostSeconds) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(TOO_MANY);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, mostSeconds + 1);
    }

    /** @return what the portal answers to somebody at that address */
    private static String suggest(String from, String header) {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), TestStack.get().ports().portal(), InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(("GET /kommunen/vorschlaege?q=neu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

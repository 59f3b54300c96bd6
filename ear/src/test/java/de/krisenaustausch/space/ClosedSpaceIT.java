package de.krisenaustausch.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What is in a closed space is for nobody outside: not its text in any list, count or suggestion, and not by guessing the
 * numbers of its documents, uploads and memberships, which are answered like numbers that are nothing's.
 */
class ClosedSpaceIT {

    private static final String CANARY = "Kanarienzeisig";
    private static final long NOTHING = 999_999_999_999L;

    private static String moderator;
    private static String outsider;
    private static String invited;
    private static String onRequest;
    private static String open;
    private static Map<String, Long> documents;
    private static long own;

    @BeforeAll
    static void furnish() {
        moderator = Ground.person("Leitung");
        outsider = Ground.person("Draussen");
        invited = Ground.space("INVITED", moderator);
        onRequest = Ground.space("ON_REQUEST", moderator);
        open = Ground.space("ALL_MEMBERS", moderator);
        documents = new HashMap<>();
        for (String space : List.of(invited, onRequest)) {
            documents.put(space, Ground.share(moderator, space, CANARY + " im Titel", "Der " + CANARY + " steht auch im Text."));
        }
        own = Ground.share(outsider, open, "Eigenes", "Das darf jede sehen.");
    }

    @TestFactory
    Stream<DynamicTest> answersNumbersOfOthersLikeNumbersOfNothing() {
        return documents.entrySet().stream().flatMap(closed -> addresses(closed.getKey(), closed.getValue()).entrySet().stream()
            .map(pair -> dynamicTest(pair.getKey(), () -> {
                same(SessionClient.of(outsider).get(pair.getKey()), SessionClient.of(outsider).get(pair.getValue()));
                same(SessionClient.of(outsider).post(pair.getKey(), Map.of("jakarta.faces.ViewState", "stateless", "loeschen", "1")),
                    SessionClient.of(outsider).post(pair.getValue(), Map.of("jakarta.faces.ViewState", "stateless", "loeschen", "1")));
                same(Api.as(outsider).get(pair.getKey()), Api.as(outsider).get(pair.getValue()));
            })));
    }

    /** @return addresses of what is there, each with one where nothing is */
    private static Map<String, String> addresses(String space, long document) {
        Map<String, String> addresses = new HashMap<>();
        for (String place : List.of(space, open)) {
            for (String part : List.of("", "/bearbeiten", "/fassung", "/datei", "/versionen/1/datei", "/versionen/1/seiten/1")) {
                addresses.put("/bereiche/" + place + "/dokumente/" + document + part, "/bereiche/" + place + "/dokumente/" + NOTHING + part);
            }
            addresses.put("/bereiche/" + place + "/paket?dokument=" + document, "/bereiche/" + place + "/paket?dokument=" + NOTHING);
            String rest = "/api/v1/spaces/" + place + "/documents/";
            addresses.put(rest + document, rest + NOTHING);
            addresses.put(rest + document + "/file", rest + NOTHING + "/file");
            addresses.put(rest + document + "/versions/1/file", rest + NOTHING + "/versions/1/file");
        }
        return addresses;
    }

    @Test
    void changesNothingOfOthersOverRest() {
        Api stranger = Api.as(outsider);
        String before = Database.fingerprint();
        for (Map.Entry<String, Long> closed : documents.entrySet()) {
            for (String place : List.of(closed.getKey(), open)) {
                String rest = "/api/v1/spaces/" + place + "/documents/";
                for (long number : List.of(closed.getValue(), NOTHING)) {
                    List<HttpResponse<String>> answers = List.of(
                        stranger.put(rest + number, "{\"revision\":1,\"title\":\"Gekapert\",\"type\":\"plan\",\"reuse\":\"FREE\"}"),
                        stranger.send("DELETE", rest + number, BodyPublishers.noBody(), Map.of()),
                        stranger.post(rest + number + "/restore", ""),
                        stranger.post(rest + number + "/versions", "{\"upload\":1}"));
                    answers.forEach(answer -> assertThat(answer.statusCode()).as(answer.toString()).isEqualTo(404));
                    assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
                }
            }
        }
        assertThat(Database.fingerprint()).isEqualTo(before);
    }

    @Test
    void leavesUploadsToTheirSender() {
        long upload = Ground.upload(moderator, "meins.txt", "Meins.".getBytes(StandardCharsets.UTF_8));
        Api stranger = Api.as(outsider);
        String share = "/api/v1/spaces/" + open + "/documents";
        same(stranger.post(share, Ground.description("Gekapert", upload).toString()), stranger.post(share, Ground.description("Gekapert", NOTHING).toString()));
        same(stranger.post(share + "/" + own + "/versions", "{\"upload\":" + upload + "}"), stranger.post(share + "/" + own + "/versions", "{\"upload\":" + NOTHING + "}"));
        same(stranger.send("DELETE", "/api/v1/uploads/" + upload, BodyPublishers.noBody(), Map.of()),
            stranger.send("DELETE", "/api/v1/uploads/" + NOTHING, BodyPublishers.noBody(), Map.of()));
        String form = SessionClient.of(outsider).get("/bereiche/" + open + "/teilen?datei=" + upload).body();
        assertThat(form).doesNotContain("meins.txt");
        assertThat(Ground.share(moderator, open, Ground.description("Noch immer meins", upload))).isPositive();
    }

    @Test
    void leavesMembershipsToTheirSpacesModerator() {
        String member = Ground.person("Mitglied");
        Ground.bringIn(invited, moderator, member);
        String ofOther = Ground.space("INVITED", outsider);
        String number = Ground.membership(invited, member);
        for (String press : List.of("entfernen", "annehmen", "ablehnen", "zuruecknehmen")) {
            String form = "entfernen".equals(press) ? "leute" : "wartende";
            HttpResponse<String> answer = SessionClient.of(outsider).submit("/bereiche/" + ofOther + "/mitglieder", form, Map.of(press, number));
            assertThat(answer.statusCode()).as(press).isEqualTo(404);
        }
        assertThat(SessionClient.of(member).get("/bereiche/" + invited).statusCode()).isEqualTo(200);
    }

    @Test
    void packsNothingThatIsNotThere() throws IOException {
        HttpResponse<byte[]> archive = SessionClient.of(outsider).send("GET",
            "/bereiche/" + open + "/paket?dokument=" + own + "&dokument=" + documents.get(invited), BodyPublishers.noBody(), Map.of(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(archive.statusCode()).isEqualTo(200);
        List<String> texts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.add(entry.getName() + " " + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts).hasSize(2).noneMatch(text -> text.contains(CANARY));
    }

    @Test
    void letsNobodyOutsideHearTheCanary() {
        Await.until("its space finds the canary", () -> found(moderator).getInt("total") >= 2);

        JsonObject found = found(outsider);
        assertThat(found.getInt("total")).isZero();
        assertThat(found.getJsonArray("documents")).isEmpty();
        assertThat(found.getJsonArray("similar")).isEmpty();
        found.getJsonObject("counts").forEach((name, values) -> assertThat(values.asJsonArray()).as(name).isEmpty());
        assertThat(found.toString()).doesNotContain(CANARY);

        SessionClient browser = SessionClient.of(outsider);
        String results = browser.get("/suche?q=" + CANARY).body();
        assertThat(results).doesNotContain(CANARY + " im Titel").doesNotContain("/bereiche/" + invited).doesNotContain("/bereiche/" + onRequest + "/dokumente");
        assertThat(browser.get("/suche?q=" + CANARY + "&bereich=" + invited).body()).doesNotContain(CANARY + " im Titel");
        assertThat(browser.get("/suche/vorschlaege?q=Kanarien").body()).isEqualTo("[]");
        assertThat(browser.get("/suche/vorschlaege?q=" + invited).body()).isEqualTo("[]");
        for (String page : List.of("/", "/bereiche", "/bereiche/" + onRequest, "/papierkorb", "/profil/benachrichtigungen")) {
            assertThat(browser.get(page).body()).as(page).doesNotContain(CANARY).doesNotContain(invited);
        }
        assertThat(SessionClient.anonymous().get("/").body()).doesNotContain(invited);
        assertThat(Api.as(outsider).get("/api/v1/spaces").body()).doesNotContain(invited).doesNotContain(CANARY);
        assertThat(Api.as(outsider).get("/api/v1/spaces/" + onRequest).body()).doesNotContain(CANARY);
    }

    private static JsonObject found(String email) {
        return Api.json(Ground.accepted(Api.as(email).get("/api/v1/search?q=" + CANARY)).body());
    }

    private static void same(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).as(one.toString()).isEqualTo(other.statusCode());
        assertThat(one.body()).as(one.toString()).isEqualTo(other.body());
        assertThat(one.headers().map().keySet()).as(one.toString()).isEqualTo(other.headers().map().keySet());
    }
}

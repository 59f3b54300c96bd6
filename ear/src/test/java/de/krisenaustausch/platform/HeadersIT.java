package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every answer, whatever it is and whoever gives it, tells the browser how little it may do. */
class HeadersIT {

    private static String person;
    private static String space;
    private static long document;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Kopf");
        space = Ground.space("ALL_MEMBERS", person);
        document = Ground.share(person, space, "Kopfzeilen", "Was über einer Antwort steht.");
    }

    @TestFactory
    Stream<DynamicTest> protectsEveryAnswer() {
        SessionClient browser = SessionClient.of(person);
        SessionClient nobody = SessionClient.anonymous();
        String file = "/bereiche/" + space + "/dokumente/" + document + "/datei";
        String start = nobody.get("/").body();
        Map<Integer, Map<String, Supplier<HttpResponse<String>>>> answers = new LinkedHashMap<>();
        answers.put(200, Map.of(
            "start page", () -> nobody.get("/"),
            "page", () -> browser.get("/bereiche/" + space),
            "page with form", () -> browser.get("/profil"),
            "style sheet", () -> nobody.get(asset(start, "css")),
            "script", () -> nobody.get(asset(start, "js")),
            "file", () -> browser.get(file),
            "archive", () -> browser.get("/bereiche/" + space + "/paket?dokument=" + document),
            "REST", () -> Api.as(person).get("/api/v1/me"),
            "manual", () -> Api.anonymous().get("/api/v1/openapi.json"),
            "suggestions", () -> browser.get("/suche/vorschlaege?q=kopf")));
        answers.put(206, Map.of("part of a file", () -> browser.send("GET", file, BodyPublishers.noBody(), Map.of("Range", "bytes=0-3"))));
        answers.put(302, Map.of("way to the sign-in", () -> nobody.get("/bereiche"), "way onward", () -> browser.get("/anmelden")));
        answers.put(303, Map.of("choice of language", () -> nobody.post("/sprache", Map.of("sprache", "de"))));
        answers.put(400, Map.of("archive of nothing", () -> browser.get("/bereiche/" + space + "/paket")));
        answers.put(401, Map.of("no token", () -> Api.anonymous().get("/api/v1/me"),
            "bad token", () -> Api.anonymous().send("GET", "/api/v1/me", BodyPublishers.noBody(), Map.of("Authorization", "Bearer unsinn"))));
        answers.put(403, Map.of("administrators only", () -> browser.get("/verwaltung"),
            "other site", () -> browser.send("POST", "/profil", BodyPublishers.noBody(), Map.of("Origin", "https://boese.example")),
            "REST", () -> Api.as(person).post("/api/v1/topics", "{\"name\":\"Unbefugt\"}")));
        answers.put(404, Map.of("no page", () -> nobody.get("/gibt-es-nicht"), "no style sheet", () -> nobody.get("/resources/ka/fehlt.css"),
            "REST", () -> Api.as(person).get("/api/v1/spaces/gibt-es-nicht"), "no REST path", () -> Api.as(person).get("/api/v1/gibt-es-nicht")));
        answers.put(405, Map.of("page", () -> nobody.send("PUT", "/", BodyPublishers.noBody(), Map.of()),
            "servlet", () -> nobody.get("/sprache"), "REST", () -> Api.as(person).send("DELETE", "/api/v1/me", BodyPublishers.noBody(), Map.of())));
        answers.put(413, Map.of("too large", () -> Ground.tryUpload(person, "zu-gross.txt", new byte[TestStack.UPLOAD_MAX_BYTES + 1])));
        answers.put(422, Map.of("refused file", () -> Ground.tryUpload(person, "programm.exe", new byte[] {'M', 'Z'})));
        answers.put(440, Map.of("expired view", () -> browser.post("/profil", Map.of("jakarta.faces.ViewState", "unsinn"))));
        return answers.entrySet().stream().flatMap(group -> group.getValue().entrySet().stream().map(each ->
            dynamicTest(group.getKey() + " " + each.getKey(), () -> {
                HttpResponse<String> answer = each.getValue().get();
                assertThat(answer.statusCode()).isEqualTo(group.getKey());
                requireProtection(answer);
            })));
    }

    @Test
    void believesNobodyThatThisIsTls() {
        HttpResponse<String> answer = SessionClient.anonymous().send("GET", "/", BodyPublishers.noBody(), Map.of("X-Forwarded-Proto", "https"));
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void lendsNoScriptItsNonceTwice() {
        SessionClient browser = SessionClient.of(Person.ADMIN);
        assertThat(nonce(browser.get("/profil"))).isNotEqualTo(nonce(browser.get("/profil")));
    }

    static void requireProtection(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy")).as("one policy").singleElement().asString()
            .contains("object-src 'none'").contains("base-uri 'none'").contains("frame-ancestors 'none'")
            .doesNotContain("unsafe-inline").doesNotContain("unsafe-eval").doesNotContain("*");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
    }

    private static String nonce(HttpResponse<String> page) {
        return Pattern.compile("'nonce-([^']+)'").matcher(page.headers().firstValue("Content-Security-Policy").orElse("")).results()
            .map(MatchResult::group).findFirst().orElseThrow(() -> new AssertionError("a page with PrimeFaces has no nonce"));
    }

    private static String asset(String page, String extension) {
        return Pattern.compile("\"(/[^\"]+\\." + extension + "[^\"]*)\"").matcher(page).results().map(found -> found.group(1).replace("&amp;", "&"))
            .findFirst().orElseThrow(() -> new AssertionError("the start page has no " + extension));
    }
}

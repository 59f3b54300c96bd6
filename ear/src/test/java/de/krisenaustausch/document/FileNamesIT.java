package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file is called, its header is well-formed (RFC 6266, RFC 8187) and names it, and its bytes come back as they went. */
class FileNamesIT {

    private static final Pattern HEADER = Pattern.compile(
        "attachment; filename=\"([\\x20-\\x7e&&[^\"\\\\]]+)\"; filename\\*=UTF-8''((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+)");

    private static String person;
    private static String space;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Namen");
        space = Ground.space("ALL_MEMBERS", person);
    }

    static Stream<Arguments> names() {
        return Stream.of(
            Arguments.of("Plan \"A\".txt", "Plan _A_.txt"),
            Arguments.of("Plan\r\nSet-Cookie: boese=1\r\n.txt", "PlanSet-Cookie_ boese=1.txt"),
            Arguments.of("geheim\u202Etxt.fdp.txt", "geheimtxt.fdp.txt"),
            Arguments.of("n".repeat(300) + ".txt", "n".repeat(196) + ".txt"),
            Arguments.of("..\\..\\Windows\\plan.txt", "plan.txt"),
            Arguments.of("../../etc/plan.txt", "plan.txt"),
            Arguments.of("U\u0308bersicht o\u0308ffentlich.txt", "Übersicht öffentlich.txt"),
            Arguments.of("Größe; 50 % & mehr, 'ja'.txt", "Größe; 50 % & mehr, 'ja'.txt"),
            Arguments.of("文書 😀.txt", "文書 😀.txt"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void comesBackAsItWent(String sent, String kept) throws Exception {
        byte[] content = ("Inhalt von " + kept).getBytes(StandardCharsets.UTF_8);
        long document = Ground.share(person, space, "Namen", sent, content);
        Ground.awaitReleased(person, space, document);
        assertThat(Ground.version(person, space, document).getString("fileName")).isEqualTo(kept);
        for (HttpResponse<byte[]> answer : new HttpResponse[] {
                SessionClient.of(person).send("GET", "/bereiche/" + space + "/dokumente/" + document + "/datei", BodyPublishers.noBody(), Map.of(), HttpResponse.BodyHandlers.ofByteArray()),
                Api.as(person).send("GET", "/api/v1/spaces/" + space + "/documents/" + document + "/file", BodyPublishers.noBody(), Map.of(), HttpResponse.BodyHandlers.ofByteArray())}) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(content);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("boese");
            Matcher header = HEADER.matcher(answer.headers().firstValue("Content-Disposition").orElseThrow());
            assertThat(header.matches()).as(answer.headers().firstValue("Content-Disposition").orElseThrow()).isTrue();
            assertThat(URLDecoder.decode(header.group(2).replace("+", "%2B"), StandardCharsets.UTF_8)).isEqualTo(kept);
        }
    }
}

package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with a script in it is saved, never shown, and would run nowhere if a browser showed it all the same. */
class HarmlessFilesIT {

    private static String person;
    private static String space;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Skripte");
        space = Ground.space("ALL_MEMBERS", person);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "seite.html | <!DOCTYPE html><html><body><script>alert(document.cookie)</script></body></html>",
        "daten.xml  | <?xml version=\"1.0\"?><x xmlns=\"http://www.w3.org/1999/xhtml\"><script>alert(1)</script></x>",
        "brief.pdf  | %PDF-1.4\\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\\ntrailer<</Root 1 0 R>>\\n%%EOF",
        "notiz.txt  | <script>alert(1)</script>"})
    void isSavedAndNotShown(String name, String content) {
        long document = Ground.share(person, space, name, name, content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
        Ground.awaitReleased(person, space, document);
        String page = "/bereiche/" + space + "/dokumente/" + document;
        String rest = "/api/v1/spaces/" + space + "/documents/" + document;
        for (HttpResponse<String> answer : List.of(SessionClient.of(person).get(page + "/datei"), SessionClient.of(person).get(page + "/versionen/1/datei"),
                Api.as(person).get(rest + "/file"), Api.as(person).get(rest + "/versions/1/file"))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().allValues("Content-Security-Policy")).singleElement().asString().startsWith("sandbox;")
                .contains("default-src 'none'").contains("object-src 'none'").contains("base-uri 'none'").contains("frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        }
    }

    @Test
    void takesNoPicturesThatMayHoldScripts() {
        HttpResponse<String> answer = Ground.tryUpload(person, "bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer.body()).getString("code")).isEqualTo("upload.rule.svg");
    }
}

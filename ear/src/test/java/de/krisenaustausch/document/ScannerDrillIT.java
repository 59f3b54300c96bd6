package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Clamd;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SecondStart;
import de.krisenaustausch.testing.SessionClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a malware scanner: nothing is given out before it was found clean, wherever the malware hides and whether the scanner answers or not. */
class ScannerDrillIT {

    private static final String FOUND = "In dieser Datei wurde Schadsoftware gefunden";
    private static final String WAITS = "Die Datei wird geprüft";

    private static String person;
    private static String follower;
    private static String space;

    @BeforeAll
    static void furnish() {
        assumeTrue(Clamd.isThere(), "This machine has no clamd (Debian: clamav-daemon): not tried.");
        SecondStart.ensure();
        person = Ground.person("Prüfung");
        follower = Ground.person("Folgt");
        space = Ground.space("ALL_MEMBERS", person);
        assertThat(SessionClient.of(follower).post("/bereiche/" + space + "/folgen", Map.of("haeufigkeit", "IMMEDIATELY")).statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eicar.txt", "eicar.zip", "verschachtelt.zip", "eicar.docx"})
    void holdsMalwareBackForEver(String name) {
        String title = "Befallen " + Scene.unique();
        long document = Ground.share(person, space, title, name, content(name));
        Await.until(name + " is checked", () -> !"PENDING".equals(state(document)));
        assertThat(state(document)).isEqualTo("INFECTED");
        heldBack(document, FOUND);
        assertThat(SessionClient.of(follower).get("/bereiche/" + space + "/dokumente/" + document + "/versionen/1/seiten/1").statusCode()).isEqualTo(404);
        assertThat(Api.json(Api.as(follower).get("/api/v1/search?q=" + Api.encode(title)).body()).getJsonArray("documents").toString()).doesNotContain(title);
        assertThat(Mail.to(follower, title)).isEmpty();
    }

    @Test
    void releasesWhatIsClean() {
        long document = Ground.share(person, space, "Sauber", "Nichts zu finden.");
        assertThat(state(document)).isEqualTo("CLEAN");
        assertThat(file(document).body()).isEqualTo("Nichts zu finden.");
    }

    @Test
    void holdsBackWhileTheScannerIsDownAndReleasesThen() {
        SecondStart.scanner().close();
        String title = "Wartet " + Scene.unique();
        long document = Ground.share(person, space, title, "wartet.txt", "Wartet auf die Prüfung.".getBytes(StandardCharsets.UTF_8));
        assertThat(state(document)).isEqualTo("PENDING");
        heldBack(document, WAITS);
        assertThat(Mail.to(follower, title)).isEmpty();

        SecondStart.scanner().start();

        Ground.awaitReleased(person, space, document);
        assertThat(state(document)).isEqualTo("CLEAN");
        assertThat(file(document).statusCode()).isEqualTo(200);
        Mail.awaited(follower, title);
    }

    @Test
    void holdsBackWhatIsTooLargeForTheScanner() {
        byte[] large = "Zu groß für den Scanner. ".repeat(Clamd.LIMIT_MB * 1024 * 1024 / 20).getBytes(StandardCharsets.UTF_8);
        long document = Ground.share(person, space, "Groß", "gross.txt", large);
        Ground.share(person, space, "Danach", "Kommt später und wird geprüft.");
        assertThat(state(document)).isEqualTo("PENDING");
        heldBack(document, WAITS);
    }

    /** @param sentence what the page says of it */
    private static void heldBack(long document, String sentence) {
        String rest = "/api/v1/spaces/" + space + "/documents/" + document;
        for (String reader : List.of(person, follower)) {
            assertThat(SessionClient.of(reader).get("/bereiche/" + space + "/dokumente/" + document + "/datei").statusCode()).isEqualTo(409);
            assertThat(SessionClient.of(reader).get("/bereiche/" + space + "/dokumente/" + document + "/versionen/1/datei").statusCode()).isEqualTo(409);
            assertThat(Api.as(reader).get(rest + "/file").statusCode()).isEqualTo(409);
            assertThat(Api.as(reader).get(rest + "/versions/1/file").statusCode()).isEqualTo(409);
            HttpResponse<String> archive = SessionClient.of(reader).get("/bereiche/" + space + "/paket?dokument=" + document);
            assertThat(archive.body()).doesNotContain("EICAR").doesNotContain("wartet.txt");
            String page = SessionClient.of(reader).get("/bereiche/" + space + "/dokumente/" + document).body();
            assertThat(page).contains(sentence).doesNotContain("href=\"/bereiche/" + space + "/dokumente/" + document + "/datei\"");
        }
    }

    private static HttpResponse<String> file(long document) {
        return SessionClient.of(follower).get("/bereiche/" + space + "/dokumente/" + document + "/datei");
    }

    private static String state(long document) {
        return Ground.version(person, space, document).getString("checkState");
    }

    private static byte[] content(String name) {
        return switch (name) {
            case "eicar.zip" -> zip(Map.of("liste.txt", Clamd.eicar()));
            case "verschachtelt.zip" -> zip(Map.of("innen.zip", zip(Map.of("liste.txt", Clamd.eicar()))));
            case "eicar.docx" -> zip(Map.of(
                "[Content_Types].xml", ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8),
                "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>".getBytes(StandardCharsets.UTF_8),
                "word/media/liste.txt", Clamd.eicar()));
            default -> Clamd.eicar();
        };
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}

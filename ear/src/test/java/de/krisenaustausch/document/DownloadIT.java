package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves the server is what came in, whole and in parts: the way from disk to socket is our own. */
class DownloadIT {

    /** Larger than any buffer on the way, so that sending waits for the socket. */
    private static final byte[] FILE = text(12 * 1024 * 1024);
    private static final int TRIES = 60;

    private static Room room;
    private static long document;

    @BeforeAll
    static void share() {
        room = Scene.space("Herunterladen");
        document = Scene.share(Person.PETRA, room, "Großes Protokoll", "Größe \"Übersicht\".txt", FILE);
        Scene.awaitReleased(Person.PETRA, room, document);
    }

    @Test
    void sendsTheWholeFile() {
        HttpResponse<byte[]> answer = get(file(), Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Arrays.equals(answer.body(), FILE)).as("same bytes").isTrue();
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue(
            "attachment; filename=\"Groesse _Uebersicht_.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20_%C3%9Cbersicht_.txt");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("sandbox", "object-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    /** One connection carries all answers: a byte too many would spoil the next one. */
    @Test
    void sendsEveryPartExactly() {
        Random random = new Random(4711);
        for (String address : new String[] {file(), api()}) {
            for (int i = 0; i < TRIES; i++) {
                int from = random.nextInt(FILE.length);
                int to = from + random.nextInt(Math.min(FILE.length - from, i % 2 == 0 ? 100 : FILE.length));
                HttpResponse<byte[]> answer = get(address, Map.of("Range", "bytes=" + from + "-" + to));
                assertThat(answer.statusCode()).isEqualTo(206);
                assertThat(Arrays.equals(answer.body(), Arrays.copyOfRange(FILE, from, to + 1))).as("%d to %d", from, to).isTrue();
            }
        }
    }

    @Test
    void doesNotSendAgainWhatTheCallerHas() {
        String tag = get(file(), Map.of("Range", "bytes=0-0")).headers().firstValue("ETag").orElseThrow();

        assertThat(get(file(), Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
        assertThat(get(file(), Map.of("If-Range", "\"another\"", "Range", "bytes=5-")).statusCode()).isEqualTo(200);
        assertThat(get(file(), Map.of("Range", "bytes=" + FILE.length + "-")).statusCode()).isEqualTo(416);
    }

    @Test
    void answersWhatMayNotBeSeenLikeWhatIsNotThere() {
        Room closed = Scene.closedSpace("Verschlossen", "INVITED");
        String hidden = "/bereiche/" + closed.slug() + "/dokumente/" + document + "/datei";
        HttpResponse<String> missing = Api.as(Person.JONAS).get("/bereiche/gibt-es-nicht/dokumente/1/datei");

        HttpResponse<String> answer = Api.as(Person.JONAS).get(hidden);
        assertThat(answer.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(answer.body()).isEqualTo(missing.body());
    }

    @Test
    void packsSeveralFiles() {
        long second = Scene.share(Person.PETRA, room, "Zweites", "Größe \"Übersicht\".txt", Papers.text("zwei"));
        Scene.awaitReleased(Person.PETRA, room, second);

        HttpResponse<byte[]> answer = get(room.path() + "/paket?dokument=" + document + "&dokument=" + second, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.body().length).isGreaterThan(FILE.length);
    }

    private static HttpResponse<byte[]> get(String path, Map<String, String> headers) {
        return Api.as(Person.PETRA).send("GET", path, HttpRequest.BodyPublishers.noBody(), headers, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String file() {
        return room.path() + "/dokumente/" + document + "/datei";
    }

    private static String api() {
        return "/api/v1/spaces/" + room.slug() + "/documents/" + document + "/file";
    }

    private static byte[] text(int size) {
        Random random = new Random(1);
        byte[] text = new byte[size];
        for (int i = 0; i < size; i++) {
            text[i] = (byte) (i % 72 == 71 ? '\n' : 'a' + random.nextInt(26));
        }
        return text;
    }
}

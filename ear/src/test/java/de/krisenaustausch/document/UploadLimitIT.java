package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.TestStack;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit holds to the byte however a file is sent, what was announced must come, and what was refused leaves nothing behind. */
class UploadLimitIT {

    private static final int LIMIT = TestStack.UPLOAD_MAX_BYTES;
    private static final int MANY = 10;

    private static String person;

    @BeforeAll
    static void furnish() {
        person = Ground.person("Grenze");
    }

    @AfterEach
    void leavesNoFileHalfWay() {
        Path incoming = TestStack.get().data().resolve("files/incoming");
        Await.until("no file is left half-way", () -> isEmpty(incoming));
    }

    @ParameterizedTest
    @CsvSource({"-1,false,201", "0,false,201", "1,false,413", "-1,true,201", "0,true,201", "1,true,413"})
    void holdsToTheByte(int more, boolean chunked, int status) {
        byte[] content = text(LIMIT + more);
        HttpResponse<String> answer = upload(chunked ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content)) : BodyPublishers.ofByteArray(content));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 201) {
            assertThat(Api.json(answer.body()).getJsonNumber("size").longValue()).isEqualTo(content.length);
        } else {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(Api.json(answer.body()).getString("code")).isEqualTo("upload.tooLarge");
        }
    }

    @Test
    void keepsNothingOfAFileThatWasCutOff() throws IOException {
        int before = waiting();
        try (Socket socket = open()) {
            announce(socket, "Content-Length: 1000");
            socket.getOutputStream().write(text(500));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("201 Created");
        }
        try (Socket socket = open()) {
            announce(socket, "Transfer-Encoding: chunked");
            socket.getOutputStream().write("1f4\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(text(500));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("201 Created");
        }
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void takesWhatWasAnnouncedAndNoByteMore() throws IOException {
        try (Socket socket = open()) {
            announce(socket, "Content-Length: 500");
            OutputStream out = socket.getOutputStream();
            out.write(text(1000));
            out.flush();
            String answer = new String(socket.getInputStream().readNBytes(1), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("H");
        }
        Await.until("the announced part is there", () -> Database.column("select u.size_bytes from upload u join member m on m.id = u.member_id where m.email = ? and u.size_bytes = 500", person).size() == 1);
        assertThat(Database.column("select 1 from upload u join member m on m.id = u.member_id where m.email = ? and u.size_bytes = 1000", person)).isEmpty();
    }

    @Test
    void refusesTwoLengths() throws IOException {
        int before = waiting();
        try (Socket socket = open()) {
            announce(socket, "Content-Length: 500\r\nContent-Length: 400");
            socket.getOutputStream().write(text(500));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("201 Created");
        }
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void takesManyAtOnce() {
        String space = Ground.space("ALL_MEMBERS", person);
        List<byte[]> files = IntStream.range(0, MANY).mapToObj(number -> text(1_000_000 + number)).toList();
        List<CompletableFuture<Long>> uploads = files.stream().map(file -> CompletableFuture.supplyAsync(() -> Ground.upload(person, "viele.txt", file))).toList();
        for (int i = 0; i < MANY; i++) {
            long document = Ground.share(person, space, Ground.description("Viele", uploads.get(i).join()));
            JsonObject version = Ground.version(person, space, document);
            assertThat(version.getJsonNumber("size").longValue()).isEqualTo(files.get(i).length);
            assertThat(version.getString("sha256")).isEqualTo(sha256(files.get(i)));
        }
    }

    private static HttpResponse<String> upload(BodyPublisher body) {
        return Api.as(person).send("POST", "/api/v1/uploads?name=grenze.txt", body, Map.of("Content-Type", "application/octet-stream"));
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", TestStack.get().ports().portal());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void announce(Socket socket, String length) throws IOException {
        socket.getOutputStream().write(("POST /api/v1/uploads?name=halb.txt HTTP/1.1\r\nHost: localhost:" + TestStack.get().ports().portal()
            + "\r\nAuthorization: Bearer " + Api.token(person) + "\r\nContent-Type: application/octet-stream\r\n" + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static int waiting() {
        return Database.column("select u.id from upload u join member m on m.id = u.member_id where m.email = ?", person).size();
    }

    private static byte[] text(int size) {
        byte[] text = new byte[size];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

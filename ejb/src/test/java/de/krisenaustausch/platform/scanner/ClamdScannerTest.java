package de.krisenaustausch.platform.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks with a socket that behaves like clamd. */
class ClamdScannerTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("upload"), "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void sendsTheWholeFileInChunksAndTakesOkForClean() throws Exception {
        try (ServerSocket clamd = listen()) {
            CompletableFuture<byte[]> received = answer(clamd, "stream: OK\0");
            assertThat(scanner(clamd).scan(file)).isEqualTo(Scanner.Verdict.CLEAN);
            assertThat(received.get()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void takesFoundForInfected() throws Exception {
        try (ServerSocket clamd = listen()) {
            answer(clamd, "stream: Local.EICAR.UNOFFICIAL FOUND\0");
            assertThat(scanner(clamd).scan(file)).isEqualTo(Scanner.Verdict.INFECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INSTREAM size limit exceeded. ERROR\0", "stream: OK or so\0", "OK\0", "FOUND\0"})
    void givesNoVerdictOnAnythingElse(String words) throws Exception {
        try (ServerSocket clamd = listen()) {
            answer(clamd, words);
            assertThatThrownBy(() -> scanner(clamd).scan(file)).isInstanceOf(ScannerUnavailableException.class);
        }
    }

    @Test
    void givesNoVerdictWhenNobodyListens() throws Exception {
        ServerSocket closed = listen();
        closed.close();
        assertThatThrownBy(() -> scanner(closed).scan(file)).isInstanceOf(ScannerUnavailableException.class);
    }

    @Test
    void givesNoVerdictOnAFileThatIsGone() throws Exception {
        try (ServerSocket clamd = listen()) {
            Path gone = folder.resolve("gone");
            assertThatThrownBy(() -> scanner(clamd).scan(gone)).isInstanceOf(ScannerUnavailableException.class);
        }
    }

    @Test
    void givesNoVerdictWhenOnlyAPartWasHeard() throws Exception {
        Path large = Files.write(folder.resolve("large"), new byte[20 * 1024 * 1024]);
        try (ServerSocket clamd = listen()) {
            CompletableFuture<Void> hangsUp = CompletableFuture.runAsync(() -> hangUp(clamd, "stream: OK\0"));
            assertThatThrownBy(() -> scanner(clamd).scan(large)).isInstanceOf(ScannerUnavailableException.class);
            hangsUp.get();
        }
    }

    private static void hangUp(ServerSocket clamd, String words) {
        try (Socket socket = clamd.accept()) {
            socket.getInputStream().readNBytes(100_000);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static ClamdScanner scanner(ServerSocket clamd) {
        return new ClamdScanner(new InetSocketAddress(InetAddress.getLoopbackAddress(), clamd.getLocalPort()));
    }

    private static CompletableFuture<byte[]> answer(ServerSocket clamd, String words) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = clamd.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                assertThat(in.readNBytes(10)).isEqualTo("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        });
    }
}

package de.krisenaustausch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** Debian's malware scanner with one signature: the test file that all scanners know. */
public final class Clamd implements AutoCloseable {

    /** The largest file that it looks at: less than the portal takes. */
    public static final int LIMIT_MB = 5;
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final Path folder;
    private final int port;
    private Process process;

    private Clamd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** @return whether the machine has it */
    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param folder made when it is not there @return a scanner that does not run yet, with a port of its own */
    public static Clamd in(Path folder) {
        try (ServerSocket free = new ServerSocket(0)) {
            Files.createDirectories(folder.resolve("signatures"));
            Files.writeString(folder.resolve("signatures/local.ndb"),
                "Local.EICAR:0:*:" + HexFormat.of().formatHex(eicar()) + "\n");
            Files.writeString(folder.resolve("clamd.conf"), "TCPAddr 127.0.0.1\nTCPSocket " + free.getLocalPort() + "\nForeground yes\nDatabaseDirectory "
                + folder.resolve("signatures") + "\nTemporaryDirectory " + folder + "\nStreamMaxLength " + LIMIT_MB + "M\nMaxScanSize 100M\nMaxFileSize 100M\nAlertExceedsMax yes\n");
            return new Clamd(folder, free.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** @return the harmless file that scanners take for malware (eicar.org); put together here, so that no scanner finds it in this class */
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!" + "$H+H*").getBytes(StandardCharsets.US_ASCII);
    }

    /** @return host and port, as the portal's environment names them */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it answers. */
    public void start() {
        try {
            process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + folder.resolve("clamd.conf"))
                .redirectErrorStream(true).redirectOutput(folder.resolve("clamd.log").toFile()).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Await.until("clamd answers", this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("clamd has ended; its log is in " + folder);
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Stops it, as if it were down; {@link #start} brings it back. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

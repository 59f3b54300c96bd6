package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Debian's nginx where it is there: what a server that only hands out files can do on this machine. */
final class Nginx implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private Process process;
    private int port;

    /** @param folder for its files; what lies in its {@code site} is handed out */
    Nginx(Path folder) {
        this.folder = folder;
        if (!Files.isExecutable(PROGRAM)) {
            return;
        }
        try {
            Files.createDirectories(folder.resolve("site"));
            port = freePort();
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration());
            process = new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-e", folder.resolve("error.log").toString(), "-c", configuration.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("nginx.log").toFile()).start();
            await();
        } catch (IOException failed) {
            throw new StackException("nginx does not start: " + failed.getMessage(), failed);
        }
    }

    boolean isThere() {
        return process != null;
    }

    int port() {
        return port;
    }

    /** @return where a file is to be put so that it is handed out at its name */
    Path site() {
        return folder.resolve("site");
    }

    private String configuration() {
        String user = "root".equals(System.getProperty("user.name")) ? "user root;\n" : "";
        return user + """
            daemon off;
            worker_processes 2;
            pid nginx.pid;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              keepalive_requests 100000000;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
              default_type text/html;
              server { listen 127.0.0.1:%d; root site; }
            }
            """.formatted(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void await() {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new StackException("nginx does not answer; its log is " + folder.resolve("error.log"));
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}

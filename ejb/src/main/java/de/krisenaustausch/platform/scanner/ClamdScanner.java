package de.krisenaustausch.platform.scanner;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Asks clamd over its INSTREAM command (clamd(8)): chunks with their length before them, an empty one at the end, then
 * one line of answer. Exactly {@code OK} is clean and {@code FOUND} is infected; everything else, such as a file above the
 * scanner's own limit, is no verdict.
 */
public class ClamdScanner implements Scanner {

    private static final Logger LOG = Logger.getLogger(ClamdScanner.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(120);
    private static final String FOUND = " FOUND";
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final InetSocketAddress address;

    public ClamdScanner(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public Verdict scan(Path file) {
        String answer = ask(file);
        if ("stream: OK".equals(answer)) {
            return Verdict.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(FOUND)) {
            LOG.log(Level.WARNING, "Malware in {0}: {1}", new Object[] {file.getFileName(), answer});
            return Verdict.INFECTED;
        }
        throw new ScannerUnavailableException("The malware scanner gave no verdict: " + answer);
    }

    private String ask(Path file) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), (int) CONNECT.toMillis());
            socket.setSoTimeout((int) ANSWER.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            boolean complete = send(file, new DataOutputStream(out));
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).replace("\0", "").strip();
            // nothing that was said of a part is true of the whole
            return complete || answer.endsWith(FOUND) ? answer : "hung up, saying: " + answer;
        } catch (IOException unreachable) {
            throw new ScannerUnavailableException("The malware scanner at " + address + " can't be asked: " + unreachable.getMessage(), unreachable);
        }
    }

    /** @return whether clamd listened to the end; above its limit it does not, but then it has said why */
    private static boolean send(Path file, DataOutputStream out) throws IOException {
        byte[] buffer = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                try {
                    out.writeInt(n);
                    out.write(buffer, 0, n);
                } catch (IOException hungUp) {
                    LOG.log(Level.FINE, "clamd hung up", hungUp);
                    return false;
                }
            }
        }
        try {
            out.writeInt(0);
            out.flush();
            return true;
        } catch (IOException hungUp) {
            LOG.log(Level.FINE, "clamd hung up", hungUp);
            return false;
        }
    }
}

package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A mail server that takes everything and keeps nothing but the count, the size and the times. */
final class MailSink implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final ServerSocket server;
    private long count;
    private long bytes;
    private long first;
    private long last;

    MailSink() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new StackException("No port for a mail sink: " + failed.getMessage(), failed);
        }
        start("mail-sink", this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Forgets what came so far. */
    synchronized void reset() {
        count = 0;
        bytes = 0;
    }

    synchronized long count() {
        return count;
    }

    /** @return bytes of a mail, on average */
    synchronized int size() {
        return count == 0 ? 0 : (int) (bytes / count);
    }

    /** @return mails a second, from the first that came to the last */
    synchronized double rate() {
        return count < 2 ? 0 : (count - 1) / ((last - first) / 1e9);
    }

    /** Waits for so many mails. @throws StackException when none comes for a minute */
    synchronized void await(long wanted) {
        long seen = count;
        long since = System.nanoTime();
        try {
            while (count < wanted) {
                wait(100);
                if (count > seen) {
                    seen = count;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > Duration.ofMinutes(1).toNanos()) {
                    throw new StackException("Only " + count + " of " + wanted + " mails came.");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while waiting for mails.", stopped);
        }
    }

    private synchronized void took(int size) {
        last = System.nanoTime();
        if (count == 0) {
            first = last;
        }
        count++;
        bytes += size;
        notifyAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                start("mail-sink-caller", () -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller; InputStream in = new BufferedInputStream(caller.getInputStream(), 1 << 16); OutputStream out = new BufferedOutputStream(caller.getOutputStream())) {
            caller.setTcpNoDelay(true);
            say(out, "220 sink");
            for (String line = line(in); line != null; line = line(in)) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        took(data(in));
                        say(out, "250 taken");
                    }
                    default -> say(out, "250 fine");
                }
            }
        } catch (IOException gone) {
            // a caller that hangs up has nothing more to say
            return;
        }
    }

    private static int data(InputStream in) throws IOException {
        int size = 0;
        for (String line = line(in); line != null && !".".equals(line); line = line(in)) {
            size += line.length() + 2;
        }
        return size;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(100);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return null;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /**
     * The limit: sends as many mails as the connections take, with nothing to think about between.
     *
     * @param size bytes of a mail
     * @return mails a second
     */
    double fill(int connections, int mails, int size) {
        reset();
        String letter = ("x".repeat(76) + "\r\n").repeat(Math.max(1, size / 78)) + ".\r\n";
        for (int number = 0; number < connections; number++) {
            start("bare-sender", () -> send(mails / connections, letter));
        }
        await((long) mails / connections * connections);
        return rate();
    }

    private void send(int mails, String letter) {
        byte[] data = letter.getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port()); InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            line(in);
            ask(out, in, "EHLO bench");
            for (int i = 0; i < mails; i++) {
                ask(out, in, "MAIL FROM:<a@bench.example>");
                ask(out, in, "RCPT TO:<b@bench.example>");
                ask(out, in, "DATA");
                out.write(data);
                line(in);
            }
            ask(out, in, "QUIT");
        } catch (IOException broken) {
            throw new StackException("The bare sender failed: " + broken.getMessage(), broken);
        }
    }

    private static void ask(OutputStream out, InputStream in, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        line(in);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException gone) {
            System.err.println("Mail sink: " + gone.getMessage());
        }
    }
}

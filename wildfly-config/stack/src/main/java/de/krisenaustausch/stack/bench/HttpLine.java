package de.krisenaustausch.stack.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One kept HTTP connection to a server on this machine. It does the least that HTTP allows, since it shares the machine
 * with what it measures: bytes out, bytes in, nothing kept of a body but its beginning.
 */
final class HttpLine implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int BUFFER = 128 * 1024;

    private final int port;
    private final byte[] buffer = new byte[BUFFER];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int from;
    private int to;
    private String location = "";
    private String content = "";

    HttpLine(int port) {
        this.port = port;
    }

    /** Body of a request, written as the connection takes it. */
    interface Body {

        void write(OutputStream out) throws IOException;
    }

    /** @return a request without a body @param headers complete lines */
    static byte[] get(String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] post(String path, String headers, long length) {
        return with("POST", path, headers, length);
    }

    static byte[] put(String path, String headers, long length) {
        return with("PUT", path, headers, length);
    }

    private static byte[] with(String method, String path, String headers, long length) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n" + headers + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @return the status; the answer is read to its end @throws IOException when the server breaks off */
    int exchange(byte[] head, Body body) throws IOException {
        if (socket == null) {
            connect();
        }
        try {
            out.write(head);
            if (body != null) {
                body.write(out);
            }
            return answer();
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    int exchange(byte[] head) throws IOException {
        return exchange(head, null);
    }

    /** @return the Location of the last answer, empty without one */
    String location() {
        return location;
    }

    /** @return how the last answer's body begins */
    String content() {
        return content;
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        in = socket.getInputStream();
        out = socket.getOutputStream();
        from = 0;
        to = 0;
    }

    private int answer() throws IOException {
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        long length = -1;
        boolean chunked = false;
        boolean closing = false;
        location = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                closing = lower.contains("close");
            } else if (lower.startsWith("location:")) {
                location = header.substring(9).strip();
            }
        }
        content = "";
        if (status == 100) {
            return answer();
        }
        if (chunked) {
            for (long size = chunk(); size > 0; size = chunk()) {
                skip(size);
                line();
            }
            line();
        } else if (length > 0 && status != 204 && status != 304) {
            skip(length);
        }
        if (closing) {
            close();
        }
        return status;
    }

    private long chunk() throws IOException {
        String line = line();
        int end = line.indexOf(';');
        return Long.parseLong((end < 0 ? line : line.substring(0, end)).strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            if (from == to) {
                fill();
            }
            byte next = buffer[from++];
            if (next == '\n') {
                return line.toString();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
    }

    private void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (from == to) {
                fill();
            }
            int here = (int) Math.min(left, to - from);
            if (content.isEmpty()) {
                content = new String(buffer, from, Math.min(here, 4096), StandardCharsets.UTF_8);
            }
            from += here;
            left -= here;
        }
    }

    private void fill() throws IOException {
        try {
            from = 0;
            to = in.read(buffer);
        } catch (SocketTimeoutException silent) {
            throw new IOException("no answer within " + PATIENCE.toSeconds() + " s", silent);
        }
        if (to <= 0) {
            to = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException gone) {
            location = "";
        }
        socket = null;
    }
}

package de.krisenaustausch.link.service.page;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One question and one answer of HTTP/1.1 over a connection that is there, and no more of the answer than is wanted. */
final class Conversation {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int CHUNK_LINE = 1024;

    private final InputStream in;
    private final Socket socket;
    private final int limit;
    private int headLeft = HEAD_BYTES;

    /** @param limit bytes of a body that are read at most */
    Conversation(Socket socket, int limit) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.limit = limit;
    }

    /** @param method HEAD or GET */
    Answer ask(String method, Target target, String agent) throws IOException {
        String request = method + " " + target.path() + " HTTP/1.1\r\nHost: " + target.hostHeader() + "\r\nUser-Agent: " + agent
            + "\r\nAccept: text/html, application/xhtml+xml;q=0.9, */*;q=0.1\r\nAccept-Language: de, en;q=0.5\r\nAccept-Encoding: identity\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        int status = status();
        Map<String, String> headers = headers();
        while (status >= 100 && status < 200) {
            status = status();
            headers = headers();
        }
        Answer head = new Answer(status, headers, new byte[0]);
        boolean readable = "GET".equals(method) && head.isGood() && head.isHtml() && headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity");
        return readable ? new Answer(status, headers, body(headers)) : head;
    }

    private int status() throws IOException {
        String line = line(headLeft);
        headLeft -= line.length();
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("no HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        String line = line(headLeft);
        while (!line.isEmpty()) {
            headLeft -= line.length() + 2;
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
            }
            line = line(headLeft);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
            return chunks();
        }
        String length = headers.getOrDefault("content-length", "");
        return in.readNBytes(length.matches("\\d{1,9}") ? Math.min(limit, Integer.parseInt(length)) : limit);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = chunkSize();
        while (size > 0 && body.size() < limit) {
            byte[] part = in.readNBytes(Math.min(size, limit - body.size()));
            body.writeBytes(part);
            if (part.length < size) {
                break;
            }
            line(CHUNK_LINE);
            size = chunkSize();
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line(CHUNK_LINE).replaceAll(";.*", "").strip();
        if (!size.matches("[0-9a-fA-F]{1,7}")) {
            throw new IOException("no chunk");
        }
        return Integer.parseInt(size, 16);
    }

    /** @return the next line without its end. @throws IOException when it is longer than that, or the answer ends in it */
    private String line(int max) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0 || line.size() >= max) {
                throw new IOException(sign < 0 ? "cut off" : "too long");
            }
            line.write(sign);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}

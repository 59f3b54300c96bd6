package de.krisenaustausch.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * A response that holds its body back until it is sent: so that it can be kept, and because pages are written in thousands of
 * small pieces, each of which the server would turn into bytes on its own.
 */
final class PageCopy extends HttpServletResponseWrapper {

    private static final int USUAL = 32 * 1024;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private CharArrayWriter text;
    private PrintWriter writer;

    PageCopy(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            text = new CharArrayWriter(USUAL);
            writer = new PrintWriter(text);
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Held(content);
    }

    @Override
    public void flushBuffer() {
        // nothing goes out before all is there
    }

    @Override
    public void resetBuffer() {
        writer = null;
        content.reset();
    }

    @Override
    public void reset() {
        super.reset();
        resetBuffer();
    }

    byte[] content() {
        return writer == null ? content.toByteArray() : text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Sends what was held back, unless the server has answered itself. */
    void send() throws IOException {
        if (!getResponse().isCommitted()) {
            byte[] page = content();
            getResponse().setContentLength(page.length);
            getResponse().getOutputStream().write(page);
        }
    }

    private static final class Held extends ServletOutputStream {

        private final ByteArrayOutputStream content;

        Held(ByteArrayOutputStream content) {
            this.content = content;
        }

        @Override
        public void write(int next) {
            content.write(next);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            content.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("held back");
        }
    }
}

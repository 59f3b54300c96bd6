package de.krisenaustausch.document.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.AsyncContextImpl;
import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends bytes of a file from disk to socket (sendfile), past the heap. While a slow line takes its time no thread
 * waits for it, so that hundreds of slow downloads leave the portal's threads to everybody else; that is why it
 * speaks to the server's own interface and not to the servlet's output stream.
 */
final class FileSender implements Runnable {

    private static final int HEAD = 16 * 1024;

    private final HttpServerExchange exchange;
    private final AsyncContextImpl async;
    private final FileChannel file;
    private final long end;
    /** The first bytes go with the response's head, the ordinary way: sent with it, sendfile begins at the wrong place. */
    private final ByteBuffer first;
    private long position;
    private StreamSinkChannel socket;
    /** The servlet's own call is not over: until then the server refuses to watch the socket. */
    private boolean requested = true;

    private FileSender(HttpServerExchange exchange, AsyncContextImpl async, FileChannel file, ByteRange part) {
        this.exchange = exchange;
        this.async = async;
        this.file = file;
        this.position = part.from();
        this.end = part.from() + part.length();
        this.first = ByteBuffer.allocate((int) Math.min(part.length(), HEAD));
    }

    /** Begins to send, after the headers were set; the request ends when the last byte is gone. @throws IOException when the file is not there */
    static void send(HttpServletRequest request, Path path, ByteRange part) throws IOException {
        HttpServerExchange exchange = ServletRequestContext.requireCurrent().getExchange();
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        AsyncContextImpl async = (AsyncContextImpl) request.startAsync();
        async.setTimeout(0);
        FileSender sender = new FileSender(exchange, async, file, part);
        sender.run();
        sender.requested = false;
    }

    /** @return how many bytes went; 0 when the socket takes none just now */
    private long send() throws IOException {
        if (!first.hasRemaining()) {
            return socket.transferFrom(file, position, end - position);
        }
        return socket.write(first);
    }

    private void begin() throws IOException {
        if (file.size() < end) {
            throw new EOFException("shorter than it should be");
        }
        while (first.hasRemaining() && file.read(first, position + first.position()) >= 0) {
            // reads on until the buffer is full
        }
        first.flip();
        socket = exchange.getResponseChannel();
        socket.getWriteSetter().set(this::onWritable);
    }

    @Override
    public void run() {
        try {
            if (socket == null) {
                begin();
            }
            while (position < end) {
                long sent = send();
                if (sent <= 0) {
                    watch();
                    return;
                }
                position += sent;
            }
            finish();
        } catch (IOException | RuntimeException broken) {
            // mostly a reader who went away; nobody is left to be told
            close();
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    /** Waits, without a thread, until the socket takes bytes again. */
    private void watch() {
        if (requested) {
            async.addAsyncTask(socket::resumeWrites);
        } else {
            socket.resumeWrites();
        }
    }

    /** The socket takes bytes again. Reading may wait for the disk, which the server's few I/O threads must not. */
    private void onWritable(StreamSinkChannel channel) {
        channel.suspendWrites();
        exchange.getConnection().getWorker().execute(this);
    }

    private void finish() throws IOException {
        IoUtils.safeClose(file);
        socket.shutdownWrites();
        if (socket.flush()) {
            async.complete();
            return;
        }
        socket.getWriteSetter().set(ChannelListeners.flushingChannelListener(
            flushed -> async.complete(),
            (channel, failure) -> {
                IoUtils.safeClose(exchange.getConnection());
                async.complete();
            }));
        watch();
    }

    private void close() {
        IoUtils.safeClose(file);
        async.complete();
    }
}

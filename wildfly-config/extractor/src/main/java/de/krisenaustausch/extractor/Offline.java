package de.krisenaustausch.extractor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/** Cuts this process off from the network: a file that names an address must not make us call it. */
final class Offline {

    private static final Set<String> LOCAL = Set.of("file", "jar", "jrt", "resource");

    private Offline() {
    }

    @SuppressWarnings("deprecation")
    static void enforce() throws IOException {
        Socket.setSocketImplFactory(Refusing::new);
        URL.setURLStreamHandlerFactory(protocol -> LOCAL.contains(protocol) ? null : new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                throw new IOException("no network: " + url.getProtocol());
            }
        });
    }

    /** A socket that never connects. */
    private static final class Refusing extends SocketImpl {

        @Override
        protected void create(boolean stream) throws IOException {
            throw refused();
        }

        @Override
        protected void connect(String host, int port) throws IOException {
            throw refused();
        }

        @Override
        protected void connect(InetAddress address, int port) throws IOException {
            throw refused();
        }

        @Override
        protected void connect(SocketAddress address, int timeout) throws IOException {
            throw refused();
        }

        @Override
        protected void bind(InetAddress host, int port) throws IOException {
            throw refused();
        }

        @Override
        protected void listen(int backlog) throws IOException {
            throw refused();
        }

        @Override
        protected void accept(SocketImpl socket) throws IOException {
            throw refused();
        }

        @Override
        protected InputStream getInputStream() throws IOException {
            throw refused();
        }

        @Override
        protected OutputStream getOutputStream() throws IOException {
            throw refused();
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void close() {
            // was never open
        }

        @Override
        protected void sendUrgentData(int data) throws IOException {
            throw refused();
        }

        @Override
        public void setOption(int option, Object value) {
            // nothing to be set
        }

        @Override
        public Object getOption(int option) {
            return null;
        }

        private static IOException refused() {
            return new IOException("no network");
        }
    }
}

package de.krisenaustausch.link.service.page;

import de.krisenaustausch.link.service.page.PageException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches a page elsewhere. A host's addresses are looked up once and checked, and the connection goes to the very address that was
 * checked: a name that means something else a moment later leads nowhere else. The name still stands in the request
 * and in the certificate. Each step of a redirection is checked like the first. Everything together has its time, which a thread
 * of its own and closing its connection hold against whoever answers slowly.
 */
class PageFetcher {

    private static final String AGENT = "Mozilla/5.0 (compatible; Kommunaler Krisenaustausch; link check)";
    private static final int REDIRECTS = 5;
    private static final int AT_ONCE = 8;
    /** Of a host's addresses so many are tried. */
    private static final int TRIES = 3;

    private final Rules rules;
    private final ThreadFactory threads;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** What is allowed; only tests allow more than {@link #PUBLIC}. */
    record Rules(Predicate<InetAddress> address, IntPredicate port, Duration time, int bytes, SSLSocketFactory tls, Resolver resolver) {

        static final Rules PUBLIC = new Rules(PublicNetwork::isPublic, port -> port == 80 || port == 443, Duration.ofSeconds(5), 1024 * 1024,
            (SSLSocketFactory) SSLSocketFactory.getDefault(), InetAddress::getAllByName);
    }

    /** Finds a host's addresses. */
    interface Resolver {

        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    PageFetcher(ThreadFactory threads) {
        this(threads, Rules.PUBLIC);
    }

    /** For tests, whose servers are on this machine. */
    PageFetcher(ThreadFactory threads, Rules rules) {
        this.threads = threads;
        this.rules = rules;
    }

    /** @param method HEAD or GET @throws PageException when there is no answer that may be had */
    Answer fetch(String method, URI address) throws PageException {
        if (!free.tryAcquire()) {
            throw new PageException(Reason.BUSY, "too many at once");
        }
        Visit visit = new Visit(method);
        FutureTask<Answer> task = new FutureTask<>(() -> {
            try {
                return visit.follow(address);
            } finally {
                free.release();
            }
        });
        threads.newThread(task).start();
        try {
            return task.get(rules.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new PageException(Reason.FAILED, late);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new PageException(Reason.BUSY, ended);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof PageException known ? known : new PageException(Reason.FAILED, failed.getCause());
        } finally {
            visit.end();
        }
    }

    /** One fetch, with the connection that it has open. */
    private final class Visit {

        private final String method;
        private Socket open;
        private boolean ended;

        private Visit(String method) {
            this.method = method;
        }

        private Answer follow(URI address) throws PageException, IOException {
            URI at = address;
            for (int step = 0; step <= REDIRECTS; step++) {
                Answer answer = ask(Target.of(at));
                if (!answer.isRedirect()) {
                    return answer;
                }
                at = Target.follow(at, answer.headers().get("location"));
            }
            throw new PageException(Reason.FAILED, "too many redirections");
        }

        private Answer ask(Target target) throws PageException, IOException {
            if (!rules.port().test(target.port())) {
                throw new PageException(Reason.REFUSED, "no port of the web");
            }
            try (Socket socket = connect(target)) {
                return new Conversation(target.tls() ? secure(socket, target) : socket, rules.bytes()).ask(method, target, AGENT);
            }
        }

        private Socket connect(Target target) throws PageException, IOException {
            List<InetAddress> addresses = List.of(rules.resolver().addresses(target.host()));
            if (!addresses.stream().allMatch(rules.address())) {
                throw new PageException(Reason.REFUSED, "not public");
            }
            IOException failure = new UnknownHostException(target.host());
            for (InetAddress address : addresses.subList(0, Math.min(addresses.size(), TRIES))) {
                Socket socket = new Socket();
                hold(socket);
                try {
                    socket.connect(new InetSocketAddress(address, target.port()), (int) rules.time().toMillis());
                    return socket;
                } catch (IOException unreachable) {
                    socket.close();
                    failure = unreachable;
                }
            }
            throw failure;
        }

        private Socket secure(Socket socket, Target target) throws IOException {
            SSLSocket secure = (SSLSocket) rules.tls().createSocket(socket, target.host(), target.port(), true);
            SSLParameters parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (target.host().matches(".*[A-Za-z].*") && !target.host().contains(":")) {
                parameters.setServerNames(List.of(new SNIHostName(target.host())));
            }
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return secure;
        }

        private synchronized void hold(Socket socket) throws IOException {
            if (ended) {
                throw new IOException("over");
            }
            open = socket;
        }

        /** Closes what is still open: whoever waits there for an answer gets none. */
        private synchronized void end() {
            ended = true;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException closed) {
                    // there is nothing left to do about it
                    ended = true;
                }
            }
        }
    }
}

package de.krisenaustausch.link.service.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on this machine, which only these rules allow to be called. */
@Timeout(30)
class PageFetcherTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n";
    private static final int SMALL = 4096;
    private static final Duration SHORT = Duration.ofMillis(700);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private ServerSocket server;
    private Behaviour behaviour;

    /** What the server does with one connection. */
    private interface Behaviour {

        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread each = new Thread(() -> serve(socket));
                    each.setDaemon(true);
                    each.start();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException {
        end.countDown();
        server.close();
    }

    private void serve(Socket socket) {
        try (socket) {
            StringBuilder request = new StringBuilder();
            for (int sign = socket.getInputStream().read(); sign >= 0; sign = socket.getInputStream().read()) {
                request.append((char) sign);
                if (request.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
            asked.add(request.toString());
            behaviour.answer(request.toString(), socket.getOutputStream());
        } catch (IOException | InterruptedException gone) {
            // whoever asked is gone
            asked.add("gone");
        }
    }

    private void says(String answer) {
        says(answer, StandardCharsets.UTF_8);
    }

    private void says(String answer, Charset charset) {
        behaviour = (request, out) -> out.write(answer.getBytes(charset));
    }

    private PageFetcher fetcher(PageFetcher.Resolver resolver) {
        return new PageFetcher(Thread::new, new PageFetcher.Rules(address -> address.isLoopbackAddress() && address.getAddress()[3] == 1, port -> port == server.getLocalPort(), SHORT, SMALL,
            (SSLSocketFactory) SSLSocketFactory.getDefault(), resolver));
    }

    private Answer get(String path) throws PageException {
        return fetcher(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}).fetch("GET", at("rki.example", path));
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + server.getLocalPort() + path);
    }

    private String title() throws PageException {
        return PageTitle.of(get("/"), 40).orElse(null);
    }

    @Test
    void asksByNameAndReadsThePage() throws PageException {
        says(OK + "Content-Length: 40\r\n\r\n<title>Hygieneplan für Schulen</title>");
        Answer answer = get("/a?b=c");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(PageTitle.of(answer, 200)).contains("Hygieneplan für Schulen");
        assertThat(asked.get(0)).startsWith("GET /a?b=c HTTP/1.1\r\nHost: rki.example:" + server.getLocalPort() + "\r\n").contains("Connection: close").doesNotContain("Cookie", "Referer");
    }

    @Test
    void readsChunks() throws PageException {
        says(OK + "Transfer-Encoding: chunked\r\n\r\n7;x=y\r\n<title>\r\n5\r\nTeile\r\n8\r\n</title>\r\n0\r\n\r\n");
        assertThat(title()).isEqualTo("Teile");
    }

    @Test
    void readsTheLettersThatTheServerOrThePageSays() throws PageException {
        says("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<title>Größe</title>", StandardCharsets.ISO_8859_1);
        assertThat(title()).isEqualTo("Größe");
        says("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<meta charset='windows-1252'><title>Straße – hier</title>", Charset.forName("windows-1252"));
        assertThat(title()).isEqualTo("Straße – hier");
        says("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gibtesnicht\r\n\r\n<title>Übung</title>");
        assertThat(title()).isEqualTo("Übung");
    }

    @Test
    void cleansAndCutsTheTitle() throws PageException {
        says(OK + "\r\n<title>\n  Viele &amp; lange\u202E Wörter\n über einen  Gegenstand der Verwaltung </title>");
        assertThat(title()).isEqualTo("Viele & lange Wörter über einen …").hasSizeLessThanOrEqualTo(40);
        says(OK + "\r\n<title>" + "x".repeat(300) + "</title>");
        assertThat(title()).hasSize(40).endsWith("x …");
        says(OK + "\r\n<title> </title><meta property='og:title' content='Von außen'>");
        assertThat(title()).isEqualTo("Von außen");
    }

    @Test
    void hasNoTitleOfWhatIsNoPage() throws PageException {
        for (String type : List.of("application/pdf", "text/plain", "image/svg+xml", "")) {
            says("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n\r\n<title>Nein</title>");
            assertThat(get("/").body()).as(type).isEmpty();
            assertThat(title()).as(type).isNull();
        }
        says("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<title>Nicht da</title>");
        assertThat(title()).isNull();
        says(OK + "Content-Encoding: gzip\r\n\r\n<title>Bombe</title>");
        assertThat(title()).isNull();
    }

    @Test
    void followsAFewRedirections() throws PageException {
        behaviour = (request, out) -> {
            int step = Integer.parseInt(request.substring(5, 6));
            out.write((step == 5 ? OK + "\r\n<title>Ziel</title>" : "HTTP/1.1 302 Found\r\nLocation: /" + (step + 1) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        };
        assertThat(get("/0").status()).isEqualTo(200);
        assertThat(asked).hasSize(6);
        behaviour = (request, out) -> out.write("HTTP/1.1 302 Found\r\nLocation: /1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> get("/0")).isInstanceOf(PageException.class).hasMessageContaining("redirections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2:%d/", "http://innen.example:%d/", "http://rki.example:22/", "ftp://rki.example/", "file:///etc/passwd", "http://localhost:%d/",
        "http://2130706433:%d/", "http://[::ffff:127.0.0.2]:%d/", "http://user@rki.example:%d/", "//0177.0.0.1:%d/"})
    void followsNobodyInside(String inside) {
        says("HTTP/1.1 302 Found\r\nLocation: " + inside.formatted(server.getLocalPort()) + "\r\n\r\n");

        PageFetcher fetcher = fetcher(host -> "rki.example".equals(host) ? new InetAddress[] {InetAddress.getByName("127.0.0.1")}
            : new InetAddress[] {InetAddress.getByName("innen.example".equals(host) ? "127.0.0.2" : host)});
        assertThatThrownBy(() -> fetcher.fetch("GET", at("rki.example", "/"))).isInstanceOf(PageException.class)
            .extracting(failure -> ((PageException) failure).reason()).isEqualTo(PageException.Reason.REFUSED);
        assertThat(asked).hasSize(1);
    }

    /** A name that means a public address when it is checked and one inside when it is called: it is looked up once. */
    @Test
    void callsTheAddressThatWasChecked() throws PageException {
        says(OK + "\r\n<title>Geprüft</title>");
        AtomicInteger lookedUp = new AtomicInteger();
        Answer answer = fetcher(host -> new InetAddress[] {InetAddress.getByName(lookedUp.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")}).fetch("GET", at("rki.example", "/"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(lookedUp).hasValue(1);
    }

    @Test
    void refusesANameWithOneAddressInside() {
        PageFetcher fetcher = fetcher(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("10.0.0.1")});
        assertThatThrownBy(() -> fetcher.fetch("GET", at("rki.example", "/"))).hasMessageContaining("not public");
        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsForEverybodyRefusesThisMachine() {
        PageFetcher real = new PageFetcher(Thread::new);
        for (String address : List.of("http://127.0.0.1:80/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://169.254.169.254/latest/meta-data/")) {
            assertThatThrownBy(() -> real.fetch("GET", URI.create(address))).as(address).isInstanceOf(PageException.class).hasMessageContaining("not public");
        }
        assertThatThrownBy(() -> real.fetch("GET", at("rki.example", "/"))).as("another port").hasMessageContaining("port");
    }

    @Test
    void readsNoMoreThanItMay() throws PageException {
        behaviour = (request, out) -> {
            out.write((OK + "\r\n<title>Endlos</title>").getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write(new byte[SMALL]);
            }
        };
        assertThat(get("/").body()).hasSize(SMALL);
        assertThat(title()).isEqualTo("Endlos");
    }

    @Test
    void readsNoEndlessHead() {
        behaviour = (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            while (true) {
                out.write("X-Mehr: und mehr\r\n".getBytes(StandardCharsets.UTF_8));
            }
        };
        assertThatThrownBy(() -> get("/")).isInstanceOf(PageException.class).hasMessageContaining("too long");
    }

    @Test
    void waitsForNobodyLongerThanItMay() {
        behaviour = (request, out) -> end.await();
        long began = System.nanoTime();
        assertThatThrownBy(() -> get("/")).isInstanceOf(PageException.class).extracting(failure -> ((PageException) failure).reason()).isEqualTo(PageException.Reason.FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SHORT, SHORT.plusSeconds(2));
    }

    /** One byte now and then keeps every single wait short, and the whole endless. */
    @Test
    void waitsForNobodyWhoDrips() {
        behaviour = (request, out) -> {
            out.write(OK.getBytes(StandardCharsets.UTF_8));
            while (!end.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        };
        long began = System.nanoTime();
        assertThatThrownBy(() -> get("/")).isInstanceOf(PageException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.plusSeconds(2));
    }

    @Test
    void waitsForNoNameThatNobodyKnows() {
        PageFetcher slow = fetcher(host -> {
            try {
                end.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        });
        assertThatThrownBy(() -> slow.fetch("GET", at("rki.example", "/"))).isInstanceOf(PageException.class);
    }

    @Test
    void looksAtAFewPagesAtOnce() throws InterruptedException {
        behaviour = (request, out) -> end.await();
        PageFetcher fetcher = fetcher(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")});
        List<PageException.Reason> reasons = new CopyOnWriteArrayList<>();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Thread caller = new Thread(() -> {
                try {
                    fetcher.fetch("GET", at("rki.example", "/"));
                } catch (PageException failed) {
                    reasons.add(failed.reason());
                }
            });
            callers.add(caller);
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(reasons).hasSize(20).filteredOn(PageException.Reason.BUSY::equals).hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n\r\n", "", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"})
    void takesNoNonsense(String nonsense) {
        says(nonsense);
        assertThatThrownBy(() -> get("/")).isInstanceOf(PageException.class);
    }

    @Test
    void asksForTheHeadAndThenForThePage() {
        Pages pages = new Pages(fetcher(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}));
        behaviour = (request, out) -> out.write((request.startsWith("HEAD") ? "HTTP/1.1 405 No\r\n\r\n" : OK + "\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(look(pages)).isEqualTo(Pages.State.ALIVE);
        assertThat(asked).hasSize(2);
        says("HTTP/1.1 404 Not Found\r\n\r\n");
        assertThat(look(pages)).isEqualTo(Pages.State.GONE);
        says("HTTP/1.1 403 Forbidden\r\n\r\n");
        assertThat(look(pages)).as("there, but not for robots").isEqualTo(Pages.State.ALIVE);
        says("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2/\r\n\r\n");
        assertThat(look(pages)).isEqualTo(Pages.State.UNKNOWN);
        behaviour = (request, out) -> end.await();
        assertThat(look(pages)).isEqualTo(Pages.State.SILENT);
    }

    private Pages.State look(Pages pages) {
        return pages.look(new de.krisenaustausch.link.WebAddress("http://rki.example:" + server.getLocalPort() + "/"));
    }
}

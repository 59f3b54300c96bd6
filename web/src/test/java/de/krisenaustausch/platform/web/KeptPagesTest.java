package de.krisenaustausch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

    private Instant now = Instant.parse("2020-04-01T12:00:00Z");
    private final KeptPages kept = new KeptPages(clock(() -> now));
    private int status = 200;
    private int written;
    /** Writes another page every time. */
    private final FilterChain page = (request, response) -> {
        String text = "Seite " + ++written;
        if (response instanceof PageCopy) {
            response.getWriter().print(text);
        } else {
            response.getOutputStream().print(text);
        }
    };

    @Test
    void writesAPublicPageOnceForAllVisitors() throws Exception {
        assertThat(get("/", "de", null, null)).isEqualTo("Seite 1");
        assertThat(get("/", "de", null, null)).isEqualTo("Seite 1");
    }

    @Test
    void writesItAnewAfterSomeSeconds() throws Exception {
        get("/", "de", null, null);
        now = now.plusSeconds(6);

        assertThat(get("/", "de", null, null)).isEqualTo("Seite 2");
        assertThat(get("/", "de", null, null)).isEqualTo("Seite 2");
    }

    @Test
    void tellsPagesAndLanguagesApart() throws Exception {
        assertThat(List.of(get("/", "de", null, null), get("/", "en", null, null), get("/impressum", "de", null, null)))
            .containsExactly("Seite 1", "Seite 2", "Seite 3");
    }

    @Test
    void keepsNothingOfWhoIsSignedInOrAsksForMore() throws Exception {
        get("/", "de", null, null);

        assertThat(get("/", "de", () -> "petra", null)).isEqualTo("Seite 2");
        assertThat(get("/", "de", null, "meldung=left")).isEqualTo("Seite 3");
        assertThat(get("/bereiche", "de", null, null)).isEqualTo("Seite 4");
        assertThat(get("/abbestellen", "de", null, null)).isEqualTo("Seite 5");
        assertThat(get("/", "de", null, null)).isEqualTo("Seite 1");
    }

    @Test
    void keepsNoFailure() throws Exception {
        status = 500;
        get("/", "de", null, null);
        status = 200;

        assertThat(get("/", "de", null, null)).isEqualTo("Seite 2");
    }

    private String get(String path, String language, Principal who, String query) throws IOException, ServletException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kept.doFilter(request(path, language, who, query), response(out), page);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static HttpServletRequest request(String path, String language, Principal who, String query) {
        return (HttpServletRequest) Proxy.newProxyInstance(KeptPagesTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getMethod" -> "GET";
                case "getRequestURI" -> path;
                case "getQueryString" -> query;
                case "getUserPrincipal" -> who;
                case "getHeader" -> language;
                case "getLocales" -> Collections.enumeration(List.of(Locale.forLanguageTag(language)));
                case "getSession", "getCookies" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    private HttpServletResponse response(ByteArrayOutputStream out) {
        return (HttpServletResponse) Proxy.newProxyInstance(KeptPagesTest.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getStatus" -> status;
                case "isCommitted" -> false;
                case "getContentType" -> "text/html;charset=UTF-8";
                case "setContentType", "setContentLength" -> null;
                case "getOutputStream" -> new Out(out);
                default -> throw new UnsupportedOperationException(method.getName());
            });
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }

    private static final class Out extends ServletOutputStream {

        private final ByteArrayOutputStream to;

        Out(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int next) {
            to.write(next);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}

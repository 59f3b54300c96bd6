package de.krisenaustausch.platform.web;

import de.krisenaustausch.shared.web.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the public pages for some seconds, as they were written for the last visitor. In a crisis everybody opens the start
 * page, and it is the same for all who have not signed in; so it costs neither database nor rendering, and stands while
 * the database is away. A page that is over its time is handed out once more while one request writes it anew.
 */
public class KeptPages extends HttpFilter {

    /** What an administrator changes is seen by visitors after that time at the latest. */
    private static final Duration LIFE = Duration.ofSeconds(5);

    /** Those that are the same for everybody: no form, no secret in the address. */
    private static final Set<Route> KEPT = EnumSet.of(Route.START, Route.PRIVACY, Route.IMPRINT, Route.ACCESSIBILITY);

    private final transient Map<Key, Kept> pages = new ConcurrentHashMap<>();
    private final transient Clock clock;

    public KeptPages() {
        this(Clock.systemUTC());
    }

    KeptPages(Clock clock) {
        this.clock = clock;
    }

    private record Key(Route route, Locale language) {
    }

    /** A page as it goes out. */
    private record Kept(byte[] content, String type, Instant until) {

        Kept prolonged(Instant now) {
            return new Kept(content, type, now.plus(LIFE));
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Key key = key(request).orElse(null);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        Kept kept = pages.get(key);
        if (kept == null || kept.until().isBefore(clock.instant()) && pages.replace(key, kept, kept.prolonged(clock.instant()))) {
            PageCopy copy = new PageCopy(response);
            chain.doFilter(request, copy);
            if (copy.getStatus() == HttpServletResponse.SC_OK && !response.isCommitted()) {
                pages.put(key, new Kept(copy.content(), copy.getContentType(), clock.instant().plus(LIFE)));
            }
            copy.send();
        } else {
            response.setContentType(kept.type());
            response.setContentLength(kept.content().length);
            response.getOutputStream().write(kept.content());
        }
    }

    /** @return what tells the page from others; empty when it is not the same for everybody */
    private static Optional<Key> key(HttpServletRequest request) {
        boolean plain = "GET".equals(request.getMethod()) && request.getQueryString() == null
            && request.getUserPrincipal() == null && request.getSession(false) == null;
        return plain ? Route.find(request.getRequestURI()).map(Route.Match::route)
            .filter(route -> KEPT.contains(route))
            .map(route -> new Key(route, Languages.of(request))) : Optional.empty();
    }
}

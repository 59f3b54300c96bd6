package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.RateLimits.Kind;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Counts what costs the server much and could be asked for by a loop: searching, sending files, suggestions while somebody
 * types. Members are counted each for herself, whatever machine she sits at; visitors by their network. It stands before
 * the body of an upload is read.
 */
public class FloodGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Limiter limiter;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Optional<Kind> kind = request.getDispatcherType() == DispatcherType.REQUEST ? kind(request.getMethod(), path(request)) : Optional.empty();
        if (kind.isEmpty() || limiter.passMember(request, response, kind.get())) {
            chain.doFilter(request, response);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** @return what is counted of a request, by the address that the container has decoded */
    static Optional<Kind> kind(String method, String path) {
        String address = path.replaceAll("/+$", "");
        return Optional.ofNullable(switch (address) {
            case "/suche", "/suche/vorschlaege", "/suche/antworten", "/api/v1/search" -> Kind.SEARCH;
            case "/kommunen/vorschlaege" -> Kind.SUGGESTION;
            case "/api/v1/uploads" -> "POST".equals(method) ? Kind.UPLOAD : null;
            default -> null;
        });
    }
}

package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.Caller;
import de.krisenaustausch.platform.Configuration;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what other sites make a browser send: a request that may change something must come from the portal's own
 * pages (Sec-Fetch-Site, else Origin). Requests without a session are not forgeable and pass: bearer calls, one-click
 * unsubscribing, log-out notices of Keycloak.
 */
public class OriginGuard extends HttpFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private transient Configuration configuration;

    @Inject
    private transient Limiter limiter;

    @Inject
    private transient Caller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        caller.from(limiter.address(request));
        if (!SAFE.contains(request.getMethod()) && request.getSession(false) != null && isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !"same-origin".equals(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || !origin.equals(ownOrigin());
    }

    private String ownOrigin() {
        URI url = configuration.publicUrl();
        return url.getScheme() + "://" + url.getAuthority();
    }
}

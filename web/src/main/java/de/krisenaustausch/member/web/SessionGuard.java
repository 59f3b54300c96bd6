package de.krisenaustausch.member.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import org.wildfly.security.http.oidc.OidcPrincipal;

/**
 * Lets nobody go on with a session that Keycloak has ended, or that has lasted twelve hours: it is thrown away, and who wanted a page signs in anew.
 */
public class SessionGuard extends HttpFilter {

    @Inject
    private transient LiveSessions live;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session == null || !(request.getUserPrincipal() instanceof OidcPrincipal<?> principal)) {
            chain.doFilter(request, response);
            return;
        }
        String sid = sid(principal);
        if (!live.isEnded(sid) && !live.isOver(Instant.ofEpochMilli(session.getCreationTime()))) {
            live.note(sid, request.getHeader("User-Agent"));
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        if ("GET".equals(request.getMethod())) {
            response.sendRedirect(request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** @return Keycloak's name of the session that the token belongs to */
    static String sid(OidcPrincipal<?> principal) {
        return principal.getOidcSecurityContext().getToken().getClaimValueAsString("sid");
    }
}

package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.member.service.Identity;
import de.krisenaustausch.member.service.MemberService;
import de.krisenaustausch.platform.web.Route;
import de.krisenaustausch.shared.NotAllowedException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wildfly.security.http.oidc.AccessToken;
import org.wildfly.security.http.oidc.JsonWebToken;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.OidcSecurityContext;

/**
 * Makes sure that whoever is signed in has a profile, and leads those whose profile is incomplete to its page first.
 * The sign-in is noted once a session; a program with a token is noted when it comes for the first time.
 */
public class ProfileFilter extends HttpFilter {

    /** Session attribute: the subject whose sign-in was noted. */
    private static final String NOTED = "ka.noted";
    private static final String GROUPS = "groups";
    private static final String ASSOCIATIONS = "/associations/";

    @Inject
    private transient MemberService members;

    @Inject
    private transient CurrentReader reader;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (!(request.getUserPrincipal() instanceof OidcPrincipal<?> principal) || isStatic(path)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            note(request, principal);
            if (!reader.get().complete() && isPage(path)) {
                String wanted = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
                response.sendRedirect("/profil?weiter=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
                return;
            }
        } catch (NotAllowedException blocked) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private void note(HttpServletRequest request, OidcPrincipal<?> principal) {
        HttpSession session = request.getSession(false);
        boolean known = session == null ? reader.isKnown() : principal.getName().equals(session.getAttribute(NOTED));
        if (known) {
            return;
        }
        members.signIn(identity(principal.getOidcSecurityContext()));
        if (session != null) {
            session.setAttribute(NOTED, principal.getName());
        }
    }

    private static Identity identity(OidcSecurityContext context) {
        AccessToken access = context.getToken();
        JsonWebToken token = context.getIDToken() == null ? access : context.getIDToken();
        return new Identity(access.getSubject(), token.getGivenName(), token.getFamilyName(), token.getEmail(),
            token.getClaimValueAsString("directory"), token.getClaimValueAsString("organisation"), token.getClaimValueAsString("office"), associations(token));
    }

    /** Keycloak keeps one group for each association, named as the portal names it. */
    private static List<String> associations(JsonWebToken token) {
        return !token.hasClaim(GROUPS) ? List.of() : token.getStringListClaimValue(GROUPS).stream()
            .filter(group -> group.startsWith(ASSOCIATIONS)).map(group -> group.substring(ASSOCIATIONS.length())).toList();
    }

    private static boolean isStatic(String path) {
        return path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
    }

    /** Whoever has yet to say who she is reads public pages, completes her profile and signs out; nothing else opens. */
    private static boolean isPage(String path) {
        return Route.find(path).filter(match -> match.route().access() != Route.Access.PUBLIC && match.route() != Route.PROFILE).isPresent();
    }
}

package de.krisenaustausch.member.web;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.identity.Presence;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.wildfly.security.http.oidc.OidcPrincipal;
import org.wildfly.security.http.oidc.RefreshableOidcSecurityContext;

/**
 * Signs out here and at Keycloak (OpenID Connect RP-Initiated Logout): the browser goes there with the ID token as
 * hint and comes back to the start page; while Keycloak is away, only here, and the page says so. Only by POST, so that no foreign
 * link signs anybody out.
 */
@WebServlet("/abmelden")
public class SignOutServlet extends HttpServlet {

    @Inject
    private transient Configuration configuration;

    @Inject
    private transient Presence keycloak;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String home = configuration.publicUrl() + "/?meldung=signedOut";
        String target = home;
        if (request.getUserPrincipal() instanceof OidcPrincipal<?> principal
                && principal.getOidcSecurityContext() instanceof RefreshableOidcSecurityContext context) {
            target = keycloak.isAnswering()
                ? context.getOidcClientConfiguration().getLogoutUrl() + "?id_token_hint=" + context.getIDTokenString()
                    + "&post_logout_redirect_uri=" + URLEncoder.encode(home, StandardCharsets.UTF_8)
                : configuration.publicUrl() + "/?meldung=signedOutHere";
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(target);
    }
}

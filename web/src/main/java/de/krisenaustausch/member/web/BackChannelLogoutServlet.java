package de.krisenaustausch.member.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Keycloak tells that a session has ended: because she signed out elsewhere, or was blocked. Server to server, without a session. */
@WebServlet("/abmelden/keycloak")
public class BackChannelLogoutServlet extends HttpServlet {

    @Inject
    private transient LogoutTokens tokens;

    @Inject
    private transient LiveSessions live;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<String> sid = tokens.sid(request.getParameter("logout_token"));
        if (sid.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        live.end(sid.get());
        response.setStatus(HttpServletResponse.SC_OK);
    }
}

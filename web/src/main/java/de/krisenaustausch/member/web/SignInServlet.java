package de.krisenaustausch.member.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signing in is being let through to a guarded address; behind it the browser goes on to where it wanted to be. */
@WebServlet("/anmelden/*")
public class SignInServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/verlaengern".equals(request.getPathInfo())) {
            // asking was enough: the session's idle time starts anew
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (request.getPathInfo() == null) {
            response.sendRedirect(LocalAddress.of(request.getParameter("weiter"), "/bereiche"));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

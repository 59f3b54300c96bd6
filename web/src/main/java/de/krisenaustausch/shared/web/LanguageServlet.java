package de.krisenaustausch.shared.web;

import java.time.Duration;
import java.util.Locale;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /sprache}: remembers the language for a year and goes back to where the person was. */
@WebServlet("/sprache")
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        Locale chosen = Languages.named(request.getParameter("sprache"));
        if (chosen != null) {
            Cookie cookie = new Cookie(Languages.COOKIE, chosen.getLanguage());
            cookie.setPath("/");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", ownPath(request.getParameter("zurueck")));
    }

    /** Only a path of this portal; everything else leads to the start page, so that nobody is sent elsewhere. */
    static String ownPath(String path) {
        boolean own = path != null && path.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");
        return own ? path : "/";
    }
}

package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.service.UnsubscribeService;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /abbestellen/{token}} ends a subscription: from mail programs by one click (RFC 8058: no session, no
 * question, no redirect), from the page with {@code seite}, which also takes it back ({@code haeufigkeit}). A GET, as
 * older mail programs and link checkers send it, only leads to the page.
 */
@WebServlet("/abbestellen/*")
public class UnsubscribeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TOKEN = "[0-9a-f-]{1,60}";

    @Inject
    private transient UnsubscribeService unsubscribing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request);
        if (token == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.sendRedirect(page(request, token));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = token(request);
        Frequency wanted = Choices.frequency(request.getParameter("haeufigkeit"));
        try {
            Frequency before = unsubscribing.look(token).frequency();
            unsubscribing.change(token, wanted == null ? Frequency.OFF : wanted);
            if (request.getParameter("seite") == null) {
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().println("Abbestellt.");
            } else {
                response.sendRedirect(page(request, token) + "&vorher=" + before);
            }
        } catch (NotFoundException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String page(HttpServletRequest request, String token) {
        return request.getContextPath() + "/abbestellen?k=" + token;
    }

    private static String token(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path != null && path.matches("/" + TOKEN) ? path.substring(1) : null;
    }
}

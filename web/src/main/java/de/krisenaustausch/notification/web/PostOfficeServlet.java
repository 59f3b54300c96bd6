package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.service.PostOffice;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Takes the forms of the administrators' post page. Each names the mail or message that it means, since the list may
 * have changed since the page was read.
 */
@WebServlet("/verwaltung/post/aktion")
public class PostOfficeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PostOffice office;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String done;
        try {
            done = act(request);
        } catch (NotFoundException gone) {
            done = "postGone";
        }
        if (done == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            String state = "wartend".equals(request.getParameter("zustand")) ? "zustand=wartend&" : "";
            response.sendRedirect(request.getContextPath() + "/verwaltung/post?" + state + "meldung=" + done);
        }
    }

    /** @return name of the sentence that tells what was done; null when the form is none of ours */
    private String act(HttpServletRequest request) {
        String action = request.getParameter("aktion");
        String id = request.getParameter("nummer");
        String queue = request.getParameter("schlange");
        switch (action == null ? "" : action) {
            case "erneut", "streichen" -> {
                OptionalLong mail = Parameters.id(id);
                if (mail.isEmpty()) {
                    return null;
                }
                if ("erneut".equals(action)) {
                    office.retry(mail.getAsLong());
                    return "postRetried";
                }
                office.drop(mail.getAsLong());
                return "postDropped";
            }
            case "alle" -> {
                office.retryFailed();
                return "postRetriedAll";
            }
            case "zustellen" -> {
                office.resend(queue, id);
                return "postResent";
            }
            case "verwerfen" -> {
                office.discard(queue, id);
                return "postDiscarded";
            }
            default -> {
                return null;
            }
        }
    }
}

package de.krisenaustausch.search.web;

import de.krisenaustausch.contribution.service.SparingService;
import de.krisenaustausch.contribution.service.SparingService.Helper;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes "Das hilft mir": counts it, and leads to what helped. */
@WebServlet("/suche/geholfen")
public class HelpedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SparingService sparing;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String space = request.getParameter("bereich");
        String id = request.getParameter("beitrag");
        try {
            if (space == null || id == null || !id.matches("\\d{1,18}")) {
                throw new NotFoundException();
            }
            Helper helper = sparing.helped(space, Long.parseLong(id));
            response.sendRedirect(request.getContextPath() + "/bereiche/" + helper.space() + "/" + helper.kind().getSlug() + "/" + helper.id() + "?meldung=helped");
        } catch (NotFoundException hidden) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

package de.krisenaustausch.search.web;

import de.krisenaustausch.search.service.SearchAdministration;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Starts to build the search index anew, and leads back to the page that shows how far it is. */
@WebServlet("/verwaltung/suche/aufbauen")
public class RebuildIndexServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SearchAdministration administration;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        administration.rebuild();
        response.sendRedirect(request.getContextPath() + "/verwaltung/suche?meldung=indexRebuilding");
    }
}

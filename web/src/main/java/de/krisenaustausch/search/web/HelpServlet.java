package de.krisenaustausch.search.web;

import de.krisenaustausch.platform.web.JsonAnswer;
import de.krisenaustausch.search.service.HelpService;
import de.krisenaustausch.search.service.index.Answer;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What may already answer a question, while its title is typed, as JSON: id, title, address, lines of facts, and the passage in
 * pieces. All of it is somebody's text: whoever shows it sets it as text.
 */
@WebServlet("/suche/antworten")
public class HelpServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient HelpService help;

    @Inject
    private transient HitFacts facts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<HitRow> rows = help.help(request.getParameter("bereich"), request.getParameter("q")).stream().map(HitRow::new).toList();
        try (JsonGenerator json = JsonAnswer.begin(response)) {
            json.writeStartArray();
            for (HitRow row : rows) {
                json.writeStartObject().write("id", row.hit().id()).write("title", row.hit().title())
                    .write("url", row.getPageHref().isEmpty() ? row.getHref() : row.getPageHref()).write("facts", facts.facts(row.hit())).write("page", facts.page(row)).write("quiet", facts.quiet(row));
                json.writeStartArray("passage");
                for (Answer.Piece piece : row.hit().quote().pieces()) {
                    json.writeStartObject().write("text", piece.text()).write("marked", piece.marked()).writeEnd();
                }
                json.writeEnd().writeEnd();
            }
            json.writeEnd();
        }
    }
}

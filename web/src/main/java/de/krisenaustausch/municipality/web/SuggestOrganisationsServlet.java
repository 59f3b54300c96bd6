package de.krisenaustausch.municipality.web;

import de.krisenaustausch.municipality.service.DirectoryService;
import de.krisenaustausch.municipality.service.DirectoryService.Suggestion;
import de.krisenaustausch.platform.web.JsonAnswer;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.shared.web.Languages;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Organisations while somebody types in a chooser, as JSON: the name, where it lies, and the text that names it for good.
 * For everybody, since whoever registers has no account yet: official facts only.
 */
@WebServlet("/kommunen/vorschlaege")
public class SuggestOrganisationsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DirectoryService directory;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (JsonGenerator json = JsonAnswer.begin(response)) {
            json.writeStartArray();
            for (Suggestion suggestion : directory.suggest(request.getParameter("q"))) {
                String label = directory.label(suggestion.place());
                // two of a name in one Kreis are told apart by their PLZ
                String where = suggestion.place().where() + (label.equals(suggestion.place().label()) ? "" : ", " + suggestion.place().postalCode());
                json.writeStartObject().write("text", suggestion.place().name())
                    .write("kind", suggestion.formerly() == null ? where
                        : where + " · " + Messages.sentence(Languages.of(request), "organisation.formerly", suggestion.formerly()))
                    .write("value", label).writeEnd();
            }
            json.writeEnd();
        }
    }
}

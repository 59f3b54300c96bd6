package de.krisenaustausch.search.web;

import de.krisenaustausch.platform.web.JsonAnswer;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.search.service.SearchService;
import de.krisenaustausch.search.service.SearchService.Suggestion;
import de.krisenaustausch.shared.web.Languages;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Suggestions while somebody types in the search field, as JSON: text, address, and what it is in words. */
@WebServlet("/suche/vorschlaege")
public class SuggestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SearchService search;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Languages.of(request);
        try (JsonGenerator json = JsonAnswer.begin(response)) {
            json.writeStartArray();
            for (Suggestion suggestion : search.suggest(request.getParameter("q"))) {
                json.writeStartObject().write("text", suggestion.text()).write("url", request.getContextPath() + address(suggestion))
                    .write("kind", Messages.sentence(locale, key(suggestion))).writeEnd();
            }
            json.writeEnd();
        }
    }

    static String address(Suggestion suggestion) {
        return switch (suggestion.target()) {
            case SPACE -> "/bereiche/" + suggestion.key();
            case TOPIC -> "/suche?thema=" + SearchAddress.encoded(suggestion.key());
            case MUNICIPALITY -> "/suche?kommune=" + suggestion.key();
            case CONTRIBUTION -> "/bereiche/" + suggestion.space() + "/" + suggestion.kind().getSlug() + "/" + suggestion.key();
        };
    }

    private static String key(Suggestion suggestion) {
        return suggestion.kind() == null ? "search.target." + suggestion.target() : "contribution.kind." + suggestion.kind();
    }
}

package de.krisenaustausch.moderation.web;

import de.krisenaustausch.moderation.MemberRow;
import de.krisenaustausch.moderation.service.MemberDesk;
import de.krisenaustausch.platform.Csv;
import de.krisenaustausch.platform.web.CsvDownload;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.shared.web.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All members who fit, for a spreadsheet; read and written piece by piece. */
@WebServlet("/verwaltung/mitglieder/csv")
public class MembersCsvServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> HEADINGS = List.of("field.givenName", "field.familyName", "field.email", "field.municipality", "field.county", "field.state",
        "field.office", "field.function", "members.state", "members.administrator", "members.lastSignIn", "members.since");

    @Inject
    private transient MemberDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MemberQuery query = MemberQuery.of(request::getParameter);
        Locale locale = Languages.of(request);
        Writer out = CsvDownload.begin(response, "mitglieder.csv", locale, HEADINGS);
        long after = 0;
        List<MemberRow> piece;
        do {
            piece = desk.listAfter(query.filter(), after);
            for (MemberRow row : piece) {
                out.write(line(row, locale));
                after = row.id();
            }
        } while (piece.size() == MemberDesk.PIECE);
    }

    private static String line(MemberRow row, Locale locale) {
        return Csv.line(Stream.of(row.givenName(), row.familyName(), row.email(), row.municipality(), row.county(),
            row.federalState() == null ? null : row.federalState().getLabel(), row.office(), row.function(),
            Messages.sentence(locale, "members.state." + row.state()), row.administrator() ? Messages.sentence(locale, "members.role.ADMINISTRATOR") : null,
            row.lastSignInAt(), row.createdAt()).toArray());
    }
}

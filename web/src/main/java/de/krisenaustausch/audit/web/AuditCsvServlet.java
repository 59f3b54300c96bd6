package de.krisenaustausch.audit.web;

import de.krisenaustausch.audit.AuditEntry;
import de.krisenaustausch.audit.service.AuditLog;
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

/** What the page of the log shows, whole, for a spreadsheet; read and written page by page. */
@WebServlet("/verwaltung/protokoll/csv")
public class AuditCsvServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final List<String> HEADINGS = List.of("audit.when", "audit.who", "audit.what", "audit.about", "audit.details", "audit.where");

    @Inject
    private transient AuditLog log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(request::getParameter);
        Locale locale = Languages.of(request);
        Writer out = CsvDownload.begin(response, "protokoll.csv", locale, HEADINGS);
        long before = Long.MAX_VALUE;
        List<AuditEntry> page;
        do {
            page = log.list(query.filter(), before);
            for (AuditEntry entry : page) {
                out.write(Csv.line(entry.getRecordedAt(), entry.getActor(), Messages.sentence(locale, "audit.do." + entry.getAction()), entry.getAbout(),
                    entry.getDetails(), entry.getAddress()));
                before = entry.getId();
            }
        } while (page.size() == AuditLog.PAGE);
    }
}

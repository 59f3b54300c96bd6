package de.krisenaustausch.audit.web;

import de.krisenaustausch.audit.AuditEntry;
import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.platform.Csv;
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

    @Inject
    private transient AuditLog log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditQuery query = AuditQuery.of(request::getParameter);
        Locale locale = Languages.of(request);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"protokoll.csv\"");
        response.setHeader("Cache-Control", "no-store");
        Writer out = response.getWriter();
        out.write(Csv.BEGINNING + Csv.line(Messages.sentence(locale, "audit.when"), Messages.sentence(locale, "audit.who"), Messages.sentence(locale, "audit.what"),
            Messages.sentence(locale, "audit.about"), Messages.sentence(locale, "audit.details"), Messages.sentence(locale, "audit.where")));
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

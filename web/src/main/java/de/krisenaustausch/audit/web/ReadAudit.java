package de.krisenaustausch.audit.web;

import de.krisenaustausch.audit.AuditEntry;
import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.shared.web.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The page of the audit log. */
@Named
@RequestScoped
public class ReadAudit {

    @Inject
    private AuditLog log;

    @Inject
    private Frame frame;

    private AuditQuery query;
    private List<AuditEntry> rows;
    private List<String> actions;

    public void load() {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        query = AuditQuery.of(parameters::get);
        rows = log.list(query.filter(), Parameters.id(parameters.get("ab")).orElse(Long.MAX_VALUE));
        actions = log.actions();
    }

    /** @return what was done, in words */
    public String label(String action) {
        return Messages.sentence(frame.getLocale(), "audit.do." + action);
    }

    public List<AuditEntry> getRows() {
        return rows;
    }

    public List<String> getActions() {
        return actions;
    }

    public String getAction() {
        return query.action();
    }

    public String getWords() {
        return query.words();
    }

    public String getFrom() {
        return query.from() == null ? "" : query.from().toString();
    }

    public String getUntil() {
        return query.until() == null ? "" : query.until().toString();
    }

    /** @return what is looked for, as part of an address */
    public String getQuery() {
        return query.address();
    }

    /** @return address of the next page; "" when this was the last */
    public String getNext() {
        String address = query.address();
        return rows.size() < AuditLog.PAGE ? "" : "/verwaltung/protokoll" + (address.isEmpty() ? "?" : address + "&") + "ab=" + rows.get(rows.size() - 1).getId();
    }
}

package de.krisenaustausch.shared.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

/**
 * {@code <ka:errors>}: what the last action has to say, above the page. Errors are summed up with a link to each
 * field, warnings and good news are notices of their own. The frame holds one with the id {@code meldungen}; an
 * ajax action renders {@code :meldungen}. The box is there even when it is empty, so that it can be replaced.
 */
@FacesComponent(Errors.TYPE)
public class Errors extends UIComponentBase {

    static final String TYPE = "ka.Errors";

    private record Line(String clientId, FacesMessage message) {
        boolean isError() {
            return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
        }
    }

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("div", this);
        out.writeAttribute("id", getClientId(context), "id");
        out.writeAttribute("class", "ka-messages", null);
        List<Line> lines = lines(context);
        List<Line> errors = lines.stream().filter(Line::isError).toList();
        if (!errors.isEmpty()) {
            summary(context, out, errors);
        }
        for (Line line : lines) {
            if (!line.isError()) {
                boolean warning = line.message().getSeverity().compareTo(FacesMessage.SEVERITY_WARN) == 0;
                open(out, warning ? "warning" : "good", warning ? "warning" : "check", "status");
                paragraph(out, null, line.message().getSummary());
                close(out);
            }
        }
    }

    @Override
    public void encodeEnd(FacesContext context) throws IOException {
        context.getResponseWriter().endElement("div");
    }

    private List<Line> lines(FacesContext context) {
        List<Line> lines = new ArrayList<>();
        for (Iterator<String> ids = context.getClientIdsWithMessages(); ids.hasNext();) {
            String id = ids.next();
            for (Iterator<FacesMessage> all = context.getMessages(id); all.hasNext();) {
                FacesMessage message = all.next();
                message.rendered();
                lines.add(new Line(id, message));
            }
        }
        return lines;
    }

    private void summary(FacesContext context, ResponseWriter out, List<Line> errors) throws IOException {
        open(out, "danger", "warning", "alert");
        boolean fields = errors.stream().anyMatch(line -> line.clientId() != null);
        if (fields) {
            out.startElement("h2", this);
            out.writeAttribute("class", "ka-notice-title", null);
            out.writeText(Texts.of(context).getString("frame.errors.title"), null);
            out.endElement("h2");
            out.startElement("ul", this);
        }
        for (Line line : errors) {
            if (!fields) {
                paragraph(out, "ka-notice-title", line.message().getSummary());
                continue;
            }
            out.startElement("li", this);
            link(context, out, line);
            out.endElement("li");
        }
        if (fields) {
            out.endElement("ul");
        }
        close(out);
    }

    private void link(FacesContext context, ResponseWriter out, Line line) throws IOException {
        if (line.clientId() == null) {
            out.writeText(line.message().getSummary(), null);
            return;
        }
        out.startElement("a", this);
        out.writeAttribute("href", "#" + line.clientId(), null);
        String label = labelOf(context, line.clientId());
        out.writeText((label.isEmpty() ? "" : label + ": ") + line.message().getSummary(), null);
        out.endElement("a");
    }

    private static String labelOf(FacesContext context, String clientId) {
        UIComponent found;
        try {
            found = context.getViewRoot().findComponent(":" + clientId);
        } catch (IllegalArgumentException insideIteration) {
            return "";
        }
        while (found != null && !(found instanceof Field)) {
            found = found.getParent();
        }
        return found == null ? "" : ((Field) found).label();
    }

    private void open(ResponseWriter out, String tone, String icon, String role) throws IOException {
        out.startElement("div", this);
        out.writeAttribute("class", "ka-notice ka-notice-" + tone, null);
        out.writeAttribute("role", role, null);
        out.writeAttribute("tabindex", "-1", null);
        out.startElement("span", this);
        out.writeAttribute("class", "ka-icon ka-icon-" + icon, null);
        out.writeAttribute("aria-hidden", "true", null);
        out.endElement("span");
        out.startElement("div", this);
        out.writeAttribute("class", "ka-notice-body", null);
    }

    private void paragraph(ResponseWriter out, String style, String text) throws IOException {
        out.startElement("p", this);
        if (style != null) {
            out.writeAttribute("class", style, null);
        }
        out.writeText(text, null);
        out.endElement("p");
    }

    private void close(ResponseWriter out) throws IOException {
        out.endElement("div");
        out.endElement("div");
    }
}

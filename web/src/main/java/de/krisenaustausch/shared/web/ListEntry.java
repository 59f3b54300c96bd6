package de.krisenaustausch.shared.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * What an entry of a list says; empty parts are left out, and a text may be missing.
 *
 * @param pick value of a box before the title, see {@code ka:bulk}
 * @param badge a state in one or two words, its colour in {@code tone}
 * @param facts one line, parts joined by " · "
 */
public record ListEntry(String pick, String href, String title, String badge, String tone, String facts, String text, String quiet) {

    public ListEntry {
        text = text == null ? "" : text;
    }

    /** Writes all before the text. */
    void open(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("li", null);
        out.writeAttribute("class", pick.isEmpty() ? "ka-entry" : "ka-entry ka-entry-picked", null);
        if (!pick.isEmpty()) {
            box(context, out);
        }
        out.startElement("h3", null);
        out.writeAttribute("class", "ka-entry-title", null);
        out.startElement("a", null);
        out.writeURIAttribute("href", href, null);
        out.writeText(title, null);
        out.endElement("a");
        if (!badge.isEmpty()) {
            out.writeText(" ", null);
            Badge.write(out, tone, badge);
        }
        out.endElement("h3");
        line(out, "ka-facts", facts);
    }

    private void box(FacesContext context, ResponseWriter out) throws IOException {
        out.startElement("input", null);
        out.writeAttribute("class", "ka-entry-pick", null);
        out.writeAttribute("type", "checkbox", null);
        out.writeAttribute("name", "dokument", null);
        out.writeAttribute("value", pick, null);
        out.writeAttribute("aria-label", Texts.of(context).getString("frame.pick") + " " + title, null);
        out.endElement("input");
    }

    void text(FacesContext context) throws IOException {
        line(context.getResponseWriter(), "ka-entry-text", text);
    }

    /** Writes all after the text. */
    void close(FacesContext context) throws IOException {
        line(context.getResponseWriter(), "ka-entry-quiet", quiet);
        context.getResponseWriter().endElement("li");
    }

    private static void line(ResponseWriter out, String style, String text) throws IOException {
        if (!text.isEmpty()) {
            out.startElement("p", null);
            out.writeAttribute("class", style, null);
            out.writeText(text, null);
            out.endElement("p");
        }
    }
}

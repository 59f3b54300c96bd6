package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** {@code <ka:tabs>}: links to the same page with another list. Attributes: {@code value} (an Iterable of {@link Tab}), {@code label}. Takes them as a whole, as {@link Entries} does. */
@FacesComponent(Tabs.TYPE)
public class Tabs extends UIComponentBase {

    static final String TYPE = "ka.Tabs";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("ul", this);
        out.writeAttribute("class", "ka-tabs", null);
        out.writeAttribute("role", "list", null);
        out.writeAttribute("aria-label", getAttributes().get("label"), null);
        for (Object each : (Iterable<?>) getAttributes().get("value")) {
            Tab tab = (Tab) each;
            out.startElement("li", null);
            out.startElement("a", null);
            out.writeURIAttribute("href", tab.href(), null);
            if (tab.current()) {
                out.writeAttribute("aria-current", "page", null);
            }
            out.writeText(tab.label(), null);
            out.endElement("a");
            if (!tab.count().isEmpty()) {
                out.writeText(" ", null);
                out.startElement("span", null);
                out.writeAttribute("class", "ka-count", null);
                out.writeText(tab.count(), null);
                out.endElement("span");
            }
            out.endElement("li");
        }
        out.endElement("ul");
    }
}

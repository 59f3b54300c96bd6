package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** {@code <ka:choices>}: a list of links, one of them current. Attribute: {@code value} (an Iterable of {@link Choice}). Takes them as a whole, as {@link Entries} does. */
@FacesComponent(Choices.TYPE)
public class Choices extends UIComponentBase {

    static final String TYPE = "ka.Choices";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("ul", this);
        for (Object each : (Iterable<?>) getAttributes().get("value")) {
            Choice choice = (Choice) each;
            out.startElement("li", null);
            out.startElement("a", null);
            out.writeURIAttribute("href", choice.href(), null);
            if (choice.current()) {
                out.writeAttribute("aria-current", "page", null);
            }
            out.writeText(choice.label(), null);
            out.endElement("a");
            out.endElement("li");
        }
        out.endElement("ul");
    }
}

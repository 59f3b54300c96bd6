package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * {@code <ka:entries>}: a list of entries. Attribute: {@code value} (an Iterable of {@link ListEntry}). A component that takes
 * them as a whole, because evaluating each part of each row was the larger half of a space's page.
 */
@FacesComponent(Entries.TYPE)
public class Entries extends UIComponentBase {

    static final String TYPE = "ka.Entries";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        out.startElement("ol", this);
        out.writeAttribute("class", "ka-list", null);
        out.writeAttribute("role", "list", null);
        for (Object each : (Iterable<?>) getAttributes().get("value")) {
            ListEntry entry = (ListEntry) each;
            entry.open(context);
            entry.text(context);
            entry.close(context);
        }
        out.endElement("ol");
    }
}

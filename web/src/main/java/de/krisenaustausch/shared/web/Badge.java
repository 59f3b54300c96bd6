package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/** {@code <ka:badge>}: a state in one or two words. Attributes: {@code value}, {@code tone} (good, warning, danger, info; else quiet). */
@FacesComponent(Badge.TYPE)
public class Badge extends UIComponentBase {

    static final String TYPE = "ka.Badge";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        Object tone = getAttributes().get("tone");
        Object value = getAttributes().get("value");
        write(context.getResponseWriter(), tone == null ? "" : tone.toString(), value == null ? "" : value.toString());
    }

    static void write(ResponseWriter out, String tone, String value) throws IOException {
        out.startElement("span", null);
        out.writeAttribute("class", "ka-badge ka-badge-" + (tone.isEmpty() ? "quiet" : tone), null);
        out.writeText(value, null);
        out.endElement("span");
    }
}

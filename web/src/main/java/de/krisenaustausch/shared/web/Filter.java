package de.krisenaustausch.shared.web;

import java.io.IOException;
import java.text.NumberFormat;
import java.util.Collection;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

/**
 * {@code <ka:filter>}: one group of boxes with counts inside {@code ka:filters} or a menu. Attributes: {@code label},
 * {@code name} (of the address parameter), {@code options} (a collection of {@link FilterOption}), {@code single}
 * (radio buttons instead of boxes). A group without options writes nothing.
 *
 * <p>A component because plain markup in Facelets cannot leave out {@code checked}, and a search page shows dozens.
 */
@FacesComponent(Filter.TYPE)
public class Filter extends UIComponentBase {

    static final String TYPE = "ka.Filter";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (!(getAttributes().get("options") instanceof Collection<?> options) || options.isEmpty()) {
            return;
        }
        String name = String.valueOf(getAttributes().get("name"));
        boolean single = Boolean.parseBoolean(String.valueOf(getAttributes().get("single")));
        NumberFormat numbers = NumberFormat.getIntegerInstance(context.getViewRoot().getLocale());
        ResponseWriter out = context.getResponseWriter();
        out.startElement("fieldset", this);
        out.writeAttribute("class", "ka-filter", null);
        out.startElement("legend", this);
        out.writeText(getAttributes().get("label"), null);
        out.endElement("legend");
        for (Object each : options) {
            option(out, name, single, (FilterOption) each, numbers);
        }
        out.endElement("fieldset");
    }

    private void option(ResponseWriter out, String name, boolean single, FilterOption option, NumberFormat numbers)
            throws IOException {
        out.startElement("label", this);
        out.startElement("input", this);
        out.writeAttribute("type", single ? "radio" : "checkbox", null);
        out.writeAttribute("name", name, null);
        out.writeAttribute("value", option.value(), null);
        out.writeAttribute("id", "f-" + name + "-" + option.value(), null);
        if (option.selected()) {
            out.writeAttribute("checked", true, null);
        }
        out.endElement("input");
        out.startElement("span", this);
        out.writeText(option.label(), null);
        out.endElement("span");
        if (option.count() >= 0) {
            out.startElement("span", this);
            out.writeAttribute("class", "ka-count", null);
            out.writeText(numbers.format(option.count()), null);
            out.endElement("span");
        }
        out.endElement("label");
    }
}

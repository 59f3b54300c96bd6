package de.krisenaustausch.shared.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.component.UISelectBoolean;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import org.primefaces.component.api.InputHolder;

/**
 * {@code <ka:field>}: label, help, error and their ARIA links round any one input, so that no page does it by hand.
 * Attributes: {@code label}, {@code help}, {@code optional} (marked; what must be filled in is not), {@code for}
 * (id of a plain HTML control, where the child is no Faces input).
 *
 * <p>A component and not a tag file, because the links must stand on the child itself: they are lent to it as
 * pass-through attributes while it renders and taken back afterwards.
 */
@FacesComponent(Field.TYPE)
public class Field extends UIComponentBase {

    static final String TYPE = "ka.Field";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    /** The label as the person reads it, or an empty text. */
    public String label() {
        return text("label");
    }

    @Override
    public void encodeBegin(FacesContext context) {
        // All is written in encodeChildren, where the input is known.
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        if (!isRendered()) {
            return;
        }
        UIComponent input = findInput(this);
        String id = input == null ? text("for") : input.getClientId(context);
        List<String> errors = input == null ? List.of() : errors(context, id);
        boolean group = isGroup(input);

        ResponseWriter out = context.getResponseWriter();
        out.startElement(group ? "fieldset" : "div", this);
        if (getAttributes().get("id") != null && !getId().startsWith("j_id")) {
            out.writeAttribute("id", getClientId(context), "id");
        }
        out.writeAttribute("class", classes(errors), null);
        String described = described(id, errors);
        if (group && !described.isEmpty()) {
            out.writeAttribute("aria-describedby", described, null);
        }
        boolean box = input instanceof UISelectBoolean;
        if (!box) {
            writeLabel(out, group ? "legend" : "label", input instanceof InputHolder holder ? holder.getInputClientId() : id);
        }
        if (!text("help").isEmpty()) {
            writeLine(out, "ka-help", id + "-hilfe", text("help"));
        }
        if (!errors.isEmpty()) {
            writeLine(out, "ka-error", id + "-fehler", String.join(" ", errors));
        }
        if (box) {
            out.startElement("div", this);
            out.writeAttribute("class", "ka-check", null);
        }
        lend(context, input, group ? "" : described, !errors.isEmpty());
        if (box) {
            writeLabel(out, "label", id);
            out.endElement("div");
        }
        out.endElement(group ? "fieldset" : "div");
    }

    private void lend(FacesContext context, UIComponent input, String described, boolean invalid) throws IOException {
        if (input == null) {
            super.encodeChildren(context);
            return;
        }
        Map<String, Object> attributes = input.getPassThroughAttributes();
        if (!described.isEmpty()) {
            attributes.put("aria-describedby", described);
        }
        if (invalid) {
            attributes.put("aria-invalid", "true");
        }
        try {
            super.encodeChildren(context);
        } finally {
            attributes.remove("aria-describedby");
            attributes.remove("aria-invalid");
        }
    }

    private void writeLabel(ResponseWriter out, String element, String id) throws IOException {
        out.startElement(element, this);
        out.writeAttribute("class", "ka-label", null);
        if ("label".equals(element)) {
            out.writeAttribute("for", id, null);
        }
        out.writeText(label(), "label");
        if (Boolean.parseBoolean(text("optional"))) {
            out.write(" ");
            out.startElement("span", this);
            out.writeAttribute("class", "ka-optional", null);
            out.writeText(Texts.of(getFacesContext()).getString("frame.optional"), null);
            out.endElement("span");
        }
        out.endElement(element);
    }

    private void writeLine(ResponseWriter out, String style, String id, String line) throws IOException {
        out.startElement("p", this);
        out.writeAttribute("class", style, null);
        out.writeAttribute("id", id, null);
        out.startElement("span", this);
        out.writeText(line, null);
        out.endElement("span");
        out.endElement("p");
    }

    private String classes(List<String> errors) {
        String own = text("styleClass");
        return "ka-field" + (errors.isEmpty() ? "" : " ka-field-invalid") + (own.isEmpty() ? "" : " " + own);
    }

    private String described(String id, List<String> errors) {
        List<String> ids = new ArrayList<>();
        if (!errors.isEmpty()) {
            ids.add(id + "-fehler");
        }
        if (!text("help").isEmpty()) {
            ids.add(id + "-hilfe");
        }
        return String.join(" ", ids);
    }

    private String text(String attribute) {
        Object value = getAttributes().get(attribute);
        return value == null ? "" : value.toString();
    }

    private static List<String> errors(FacesContext context, String clientId) {
        List<String> texts = new ArrayList<>();
        for (Iterator<FacesMessage> all = context.getMessages(clientId); all.hasNext();) {
            FacesMessage message = all.next();
            message.rendered();
            texts.add(message.getSummary());
        }
        return texts;
    }

    private static boolean isGroup(UIComponent input) {
        String renderer = input == null ? "" : String.valueOf(input.getRendererType());
        return input instanceof UISelectMany && renderer.endsWith("Checkbox") || input instanceof UISelectOne && renderer.endsWith("Radio");
    }

    private static UIComponent findInput(UIComponent parent) {
        for (UIComponent child : parent.getChildren()) {
            if (child instanceof EditableValueHolder) {
                return child;
            }
            UIComponent found = findInput(child);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}

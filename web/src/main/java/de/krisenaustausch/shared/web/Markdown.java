package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * {@code <ka:markdown>}: a longer text of somebody's, made of her Markdown by {@link MarkdownText}. Attributes: {@code value}, and
 * {@code level} of the highest heading in it (3).
 */
@FacesComponent(Markdown.TYPE)
public class Markdown extends UIComponentBase {

    static final String TYPE = "ka.Markdown";
    private static final int LEVEL = 3;

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        ResponseWriter out = context.getResponseWriter();
        Object level = getAttributes().get("level");
        out.startElement("div", this);
        out.writeAttribute("class", "ka-prose ka-markdown", null);
        out.write(MarkdownText.html((String) getAttributes().get("value"), level == null ? LEVEL : Integer.parseInt(level.toString())));
        out.endElement("div");
    }
}

package de.krisenaustausch.search.web;

import de.krisenaustausch.search.service.index.Answer;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;

/**
 * {@code <ka:passage>}: a quoted passage with the words that were looked for marked. Attribute: {@code value} (an
 * {@link Answer.Quote}). A component, because a loop in Facelets would put blanks between the pieces of a word.
 */
@FacesComponent(Passage.TYPE)
public class Passage extends UIComponentBase {

    static final String TYPE = "ka.Passage";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        if (getAttributes().get("value") instanceof Answer.Quote quote) {
            write(context.getResponseWriter(), quote);
        }
    }

    /** Everything in a passage is somebody's text: it is written as text only. */
    static void write(ResponseWriter out, Answer.Quote quote) throws IOException {
        for (Answer.Piece piece : quote.pieces()) {
            if (piece.marked()) {
                out.startElement("mark", null);
                out.writeText(piece.text(), null);
                out.endElement("mark");
            } else {
                out.writeText(piece.text(), null);
            }
        }
    }
}

package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * {@code <ka:entry>}: one entry of a list. Attributes: the components of {@link ListEntry}. What the tag holds takes the place
 * of the text. Where a bean has the whole list, {@code ka:entries} is shorter.
 */
@FacesComponent(Entry.TYPE)
public class Entry extends UIComponentBase {

    static final String TYPE = "ka.Entry";

    @Override
    public String getFamily() {
        return "ka";
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        ListEntry entry = new ListEntry(text("pick"), text("href"), text("title"), text("badge"), text("tone"), text("facts"), text("text"), text("quiet"));
        entry.open(context);
        if (getChildCount() == 0) {
            entry.text(context);
        }
        super.encodeChildren(context);
        entry.close(context);
    }

    private String text(String name) {
        Object value = getAttributes().get(name);
        return value == null ? "" : value.toString();
    }
}

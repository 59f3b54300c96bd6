package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Map;

/**
 * {@code <ka:each>}: repeats plain markup. Attributes: {@code value} (an Iterable or null), {@code var}. What it holds
 * is for reading only: no input, button or link of Faces, because the rows share one id.
 *
 * <p>A component, because {@code ui:repeat} saves and restores the state of all that it holds for every row, which was
 * 40 % of the time of a space's page.
 */
@FacesComponent(Each.TYPE)
public class Each extends UIComponentBase {

    static final String TYPE = "ka.Each";

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
        if (!(getAttributes().get("value") instanceof Iterable<?> all)) {
            return;
        }
        String name = (String) getAttributes().get("var");
        Map<String, Object> scope = context.getExternalContext().getRequestMap();
        Object outer = scope.get(name);
        try {
            for (Object one : all) {
                scope.put(name, one);
                for (UIComponent child : getChildren()) {
                    child.encodeAll(context);
                }
            }
        } finally {
            if (outer == null) {
                scope.remove(name);
            } else {
                scope.put(name, outer);
            }
        }
    }
}

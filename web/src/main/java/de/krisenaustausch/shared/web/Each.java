package de.krisenaustausch.shared.web;

import jakarta.el.ELContext;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Collections;

/**
 * {@code <ka:each>}: repeats plain markup. Attributes: {@code value} (an Iterable or null), {@code var}. What it holds
 * is for reading only: no input, button or link of Faces, because the rows share one id.
 *
 * <p>A component, because {@code ui:repeat} saves and restores the state of all that it holds for every row, which was
 * 40 % of the time of a space's page. The row is an argument as that of a lambda expression is: what is asked for thousands of times
 * is found at once, and not in the last of ten places.
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
        ELContext el = context.getELContext();
        for (Object one : all) {
            el.enterLambdaScope(Collections.singletonMap(name, one));
            try {
                for (UIComponent child : getChildren()) {
                    child.encodeAll(context);
                }
            } finally {
                el.exitLambdaScope();
            }
        }
    }
}

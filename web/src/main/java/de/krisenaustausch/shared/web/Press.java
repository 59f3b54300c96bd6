package de.krisenaustausch.shared.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UICommand;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;

/**
 * {@code <ka:press name="remove" action="#{bean.remove(param.remove)}"/>}: what a plain
 * {@code <button name="remove" value="4711">} of the same form does. One stands in a form for all rows of a list.
 *
 * <p>Buttons of the list itself would be found again by their place in it, and a row that came or went meanwhile would
 * let the action hit the wrong one; the value names the row for good.
 */
@FacesComponent(Press.TYPE)
public class Press extends UICommand {

    static final String TYPE = "ka.Press";

    public Press() {
        setRendererType(null);
    }

    @Override
    public void decode(FacesContext context) {
        Object name = getAttributes().get("name");
        if (name != null && context.getExternalContext().getRequestParameterMap().containsKey(name.toString())) {
            queueEvent(new ActionEvent(context, this));
        }
    }
}

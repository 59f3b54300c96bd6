package de.krisenaustausch.platform.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes forms post to the German address that the browser shows, with its query, and not to the view's own name; and says
 * early which page keeps state.
 */
public class AddressViewHandler extends ViewHandlerWrapper {

    public AddressViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    /**
     * Pages say for themselves that they keep no state, but only while they are built. PrimeFaces asks before, and
     * would open a session for whoever looks at a page that does.
     */
    @Override
    public UIViewRoot createView(FacesContext context, String viewId) {
        UIViewRoot view = super.createView(context, viewId);
        if (view != null) {
            view.setTransient(!Route.PROFILE.view().equals(viewId));
        }
        return view;
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
        Object address = request.getAttribute("jakarta.servlet.forward.request_uri");
        if (address == null || context.getViewRoot() == null || !viewId.equals(context.getViewRoot().getViewId())) {
            return super.getActionURL(context, viewId);
        }
        Object query = request.getAttribute("jakarta.servlet.forward.query_string");
        return query == null ? address.toString() : address + "?" + query;
    }
}

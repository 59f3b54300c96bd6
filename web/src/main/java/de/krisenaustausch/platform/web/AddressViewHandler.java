package de.krisenaustausch.platform.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Makes forms post to the German address that the browser shows, with its query, and not to the view's own name; says
 * early which page keeps state; and lets no page take the state of another.
 */
public class AddressViewHandler extends ViewHandlerWrapper {

    /** What pages send that keep no state. */
    private static final String STATELESS = "stateless";

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
            view.setTransient(!keepsState(viewId));
        }
        return view;
    }

    /** A page takes no state of another page's: Faces would restore whatever of it fits. */
    @Override
    public UIViewRoot restoreView(FacesContext context, String viewId) {
        String state = context.getExternalContext().getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
        if (STATELESS.equals(state) == keepsState(viewId)) {
            throw new ViewExpiredException("The view state is another page's.", viewId);
        }
        return super.restoreView(context, viewId);
    }

    /** The profile is filled in over a while; the table of members keeps its page and order. */
    private static boolean keepsState(String viewId) {
        return Route.PROFILE.view().equals(viewId) || Route.ADMIN_MEMBERS.view().equals(viewId);
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

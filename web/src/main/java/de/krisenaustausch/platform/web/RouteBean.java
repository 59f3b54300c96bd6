package de.krisenaustausch.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the present address says, and ways to other addresses, for pages and beans. */
@Named("route")
@RequestScoped
public class RouteBean {

    /** @return the slug in the address */
    public String getSlug() {
        return parameters().get("slug");
    }

    /** @return the secret of the link in the address */
    public String getToken() {
        return parameters().get("token");
    }

    /** @return the number in the address; 0 when there is none */
    public long getId() {
        return Long.parseLong(parameters().getOrDefault("id", "0"));
    }

    /** @return the address as the browser has it, with its query: where to come back to */
    public String getHere() {
        HttpServletRequest request = (HttpServletRequest) external().getRequest();
        Object original = request.getAttribute("jakarta.servlet.forward.request_uri");
        String query = (String) request.getAttribute("jakarta.servlet.forward.query_string");
        return (original == null ? request.getRequestURI() : original) + (query == null ? "" : "?" + query);
    }

    /** @return the name of the route, for the mark in the menu; "" outside of pages */
    public String getName() {
        Route.Match match = match();
        return match == null ? "" : match.route().name();
    }

    /** Sends the browser to another address of the portal; the present response ends. */
    public void go(String address) {
        try {
            external().redirect(address);
            FacesContext.getCurrentInstance().responseComplete();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** The same, telling there what was done. @param done name of a sentence in the bundles ({@code done.…}) */
    public void goTelling(String address, String done) {
        go(address + (address.contains("?") ? "&" : "?") + "meldung=" + done);
    }

    private static Map<String, String> parameters() {
        Route.Match match = match();
        return match == null ? Map.of() : match.parameters();
    }

    private static Route.Match match() {
        return (Route.Match) external().getRequestMap().get(Router.MATCH);
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}

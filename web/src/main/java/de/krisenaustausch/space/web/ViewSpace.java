package de.krisenaustausch.space.web;

import de.krisenaustausch.document.ListKey;
import de.krisenaustausch.document.service.DocumentService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.space.service.SpaceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** A space: what it is for, its newest documents, who moderates. Filters stand in the address. */
@Named
@RequestScoped
public class ViewSpace {

    @Inject
    private SpaceService spaces;

    @Inject
    private DocumentService documents;

    @Inject
    private RouteBean route;

    private SpaceService.SpaceView space;
    private DocumentService.DocumentPage page;
    private DocumentService.Counts counts;
    private List<DocumentService.TypeView> types;

    /** Reads all that the page shows, in a fixed number of statements. */
    public void load() {
        space = spaces.view(route.getSlug());
        if (space.readable()) {
            page = documents.list(space.slug(), getTopic(), getType(), ListKey.parse(parameter("ab")).orElse(null), DocumentService.PAGE);
            counts = documents.counts(space.slug(), space.newSince());
            types = documents.types();
        }
    }

    /** Joins, requests or accepts, whichever the space asks for. */
    public void join() {
        spaces.join(route.getSlug());
        route.goTelling("/bereiche/" + route.getSlug(), "joined");
    }

    public void leave() {
        spaces.leave(route.getSlug());
        route.goTelling("/bereiche", "left");
    }

    public SpaceService.SpaceView getSpace() {
        return space;
    }

    public DocumentService.DocumentPage getPage() {
        return page;
    }

    public DocumentService.Counts getCounts() {
        return counts;
    }

    public List<DocumentService.TypeView> getTypes() {
        return types;
    }

    /** @return the topic chosen, or null */
    public String getTopic() {
        return parameter("thema");
    }

    /** @return the document type chosen, or null */
    public String getType() {
        return parameter("art");
    }

    /** @return whether some documents may be hidden by a choice */
    public boolean isFiltered() {
        return getTopic() != null || getType() != null;
    }

    private static String parameter(String name) {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}

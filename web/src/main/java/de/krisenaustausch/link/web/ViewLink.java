package de.krisenaustausch.link.web;

import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.link.service.LinkView;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A link: where it leads, why it matters, whether its page still answers. */
@Named
@RequestScoped
public class ViewLink {

    @Inject
    private LinkService links;

    @Inject
    private RouteBean route;

    private LinkView link;

    public void load() {
        link = links.view(route.getSlug(), route.getId());
    }

    /** Deletes it and goes to the list, where that can be undone at once. */
    public void delete() {
        links.delete(route.getSlug(), route.getId());
        route.goTelling("/bereiche/" + route.getSlug() + "/links?geloescht=" + route.getId(), "linkDeleted");
    }

    public LinkView getLink() {
        if (link == null) {
            load();
        }
        return link;
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/links/" + route.getId();
    }
}

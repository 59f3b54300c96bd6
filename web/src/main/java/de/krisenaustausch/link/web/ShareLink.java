package de.krisenaustausch.link.web;

import de.krisenaustausch.link.service.AlreadySharedException;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.link.service.TitleService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Sharing a link. Where its page does not say its title, the clerk types it. */
@Named
@RequestScoped
public class ShareLink {

    @Inject
    private LinkService links;

    @Inject
    private TitleService titles;

    @Inject
    private RouteBean route;

    private final LinkForm form = new LinkForm();
    private LinkService.Place place;

    @PostConstruct
    void load() {
        place = links.place(route.getSlug());
    }

    /** Looks whether the page is here already, and asks it for its title. */
    public void ask() {
        try {
            links.refuseSame(route.getSlug(), form.getAddress());
            form.ask(titles, route.getSlug());
        } catch (AlreadySharedException there) {
            form.found(there);
        }
    }

    public void share() {
        try {
            links.refuseSame(route.getSlug(), form.getAddress());
            form.complete(titles, route.getSlug());
            long id = links.share(route.getSlug(), form.said());
            route.goTelling(getHome() + "/" + id, "linkShared");
        } catch (AlreadySharedException there) {
            form.found(there);
        }
    }

    public LinkForm getForm() {
        return form;
    }

    public List<TopicView> getTopicChoices() {
        return place.topics();
    }

    public String getSpaceName() {
        return place.name();
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/links";
    }

    /** @return where to go without sharing anything */
    public String getBack() {
        return getHome();
    }
}

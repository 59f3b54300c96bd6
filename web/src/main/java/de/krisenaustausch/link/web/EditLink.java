package de.krisenaustausch.link.web;

import de.krisenaustausch.link.service.AlreadySharedException;
import de.krisenaustausch.link.service.LinkService;
import de.krisenaustausch.link.service.LinkView;
import de.krisenaustausch.link.service.TitleService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What is said of a link, and where it leads. Of two people who edit it at once the second is told, and keeps what she typed. */
@Named
@RequestScoped
public class EditLink {

    @Inject
    private LinkService links;

    @Inject
    private TitleService titles;

    @Inject
    private RouteBean route;

    private LinkView link;
    private LinkForm form;
    private List<TopicView> topicChoices;
    private boolean overtaken;
    private int revision;

    @PostConstruct
    void load() {
        link = links.view(route.getSlug(), route.getId());
        if (!link.editable()) {
            throw new NotAllowedException();
        }
        // what a link has it keeps, also when it can no longer be chosen
        topicChoices = Stream.concat(links.place(route.getSlug()).topics().stream(), link.topics().stream()).distinct().toList();
        revision = link.revision();
        form = LinkForm.of(link);
    }

    public void ask() {
        form.ask(titles, route.getSlug());
    }

    public void save() {
        form.complete(titles, route.getSlug());
        try {
            links.describe(route.getSlug(), route.getId(), revision, form.said());
            route.goTelling(getBack(), "linkSaved");
        } catch (AlreadySharedException there) {
            form.found(there);
        } catch (ChangedMeanwhileException second) {
            link = links.view(route.getSlug(), route.getId());
            revision = link.revision();
            overtaken = true;
        }
    }

    public LinkForm getForm() {
        return form;
    }

    /** @return the link as it is now */
    public LinkView getLink() {
        return link;
    }

    /** @return whether somebody else saved while this form was open */
    public boolean isOvertaken() {
        return overtaken;
    }

    public List<TopicView> getTopicChoices() {
        return topicChoices;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/links";
    }

    /** @return the link's own address */
    public String getBack() {
        return getHome() + "/" + route.getId();
    }
}

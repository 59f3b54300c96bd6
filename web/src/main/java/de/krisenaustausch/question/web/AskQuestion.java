package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.service.AskingService;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Asking the others of a space. How the text will look can be seen before; what was typed stays. */
@Named
@RequestScoped
public class AskQuestion {

    @Inject
    private AskingService asking;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    private final QuestionForm form = new QuestionForm();
    private SpaceService.SpaceRow space;
    private List<TopicView> topicChoices;
    private boolean previewing;

    @PostConstruct
    void load() {
        topicChoices = spaces.topics(route.getSlug());
        space = spaces.list().stream().filter(each -> each.slug().equals(route.getSlug())).findFirst().orElseThrow(NotFoundException::new);
    }

    /** Shows how the text will look; asks nothing. */
    public void preview() {
        previewing = true;
    }

    public void ask() {
        long id = asking.ask(route.getSlug(), form.draft());
        route.goTelling(getHome() + "/" + id, "questionAsked");
    }

    public QuestionForm getForm() {
        return form;
    }

    /** @return the space that is asked */
    public SpaceService.SpaceRow getSpace() {
        return space;
    }

    public List<TopicView> getTopicChoices() {
        return topicChoices;
    }

    public boolean isPreviewing() {
        return previewing;
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/fragen";
    }
}

package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.service.AskingService;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.question.service.QuestionView;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/**
 * Saying a question differently. Of two people who do so at once the second is told, keeps what she typed, and sees what the first one
 * wrote; only when she saves again is that overwritten, and even then the history has it.
 */
@Named
@RequestScoped
public class EditQuestion {

    @Inject
    private QuestionService questions;

    @Inject
    private AskingService asking;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    private QuestionView question;
    private QuestionForm form;
    private List<TopicView> topicChoices;
    private boolean overtaken;
    private boolean previewing;
    private int revision;

    @PostConstruct
    void load() {
        question = questions.view(route.getSlug(), route.getId(), null);
        if (!question.rights().edit()) {
            throw new NotAllowedException();
        }
        // what a question has it keeps, also when it can no longer be chosen
        topicChoices = Stream.concat(spaces.topics(route.getSlug()).stream(), question.topics().stream()).distinct().toList();
        form = new QuestionForm(question);
        revision = question.revision();
    }

    public void preview() {
        previewing = true;
    }

    public void save() {
        try {
            asking.edit(route.getSlug(), route.getId(), revision, form.draft());
            route.goTelling(getHome(), "questionSaved");
        } catch (ChangedMeanwhileException second) {
            question = questions.view(route.getSlug(), route.getId(), null);
            revision = question.revision();
            overtaken = true;
        }
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/fragen/" + route.getId();
    }

    public QuestionForm getForm() {
        return form;
    }

    /** @return the question as it is now */
    public QuestionView getQuestion() {
        return question;
    }

    public List<TopicView> getTopicChoices() {
        return topicChoices;
    }

    /** @return whether somebody else saved while this form was open */
    public boolean isOvertaken() {
        return overtaken;
    }

    public boolean isPreviewing() {
        return previewing;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }
}

package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.question.service.QuestionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a question and its answers said before they were changed. */
@Named
@RequestScoped
public class ReadHistory {

    @Inject
    private QuestionService questions;

    @Inject
    private RouteBean route;

    private QuestionView question;
    private List<QuestionService.Earlier> earlier;

    public void load() {
        question = questions.view(route.getSlug(), route.getId(), null);
        earlier = questions.history(route.getSlug(), route.getId());
    }

    public QuestionView getQuestion() {
        if (question == null) {
            load();
        }
        return question;
    }

    public List<QuestionService.Earlier> getEarlier() {
        getQuestion();
        return earlier;
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/fragen/" + route.getId();
    }
}

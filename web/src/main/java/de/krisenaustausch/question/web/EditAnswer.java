package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.service.AnsweringService;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.question.service.QuestionService.OpenAnswer;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Saying an answer differently; of two people who do so at once the second is told, as with a question. */
@Named
@RequestScoped
public class EditAnswer {

    @Inject
    private QuestionService questions;

    @Inject
    private AnsweringService answering;

    @Inject
    private RouteBean route;

    private OpenAnswer open;
    private String text;
    private int revision;
    private boolean overtaken;
    private boolean previewing;

    @PostConstruct
    void load() {
        open = questions.editable(route.getSlug(), route.getId());
        text = open.text();
        revision = open.revision();
    }

    public void preview() {
        previewing = true;
    }

    public void save() {
        try {
            answering.edit(route.getSlug(), route.getId(), revision, text);
            route.go(getHome() + "?meldung=answerSaved#antwort-" + route.getId());
        } catch (ChangedMeanwhileException second) {
            open = questions.editable(route.getSlug(), route.getId());
            revision = open.revision();
            overtaken = true;
        }
    }

    /** @return the address of the answer's question */
    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/fragen/" + open.questionId();
    }

    /** @return the answer as it is now */
    public OpenAnswer getOpen() {
        return open;
    }

    /** @return whether somebody else saved while this form was open */
    public boolean isOvertaken() {
        return overtaken;
    }

    public boolean isPreviewing() {
        return previewing;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }
}

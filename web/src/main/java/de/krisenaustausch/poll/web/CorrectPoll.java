package de.krisenaustausch.poll.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.poll.service.OrganiseService;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Corrects the words of a poll that is published: what is asked stays, and everybody sees what was changed. */
@Named
@RequestScoped
public class CorrectPoll {

    @Inject
    private PollService polls;

    @Inject
    private OrganiseService organise;

    @Inject
    private RouteBean route;

    private int revision;
    private String title;
    private String intro;
    private List<Words> words;

    /** One of the texts of the questions and their options. */
    public static class Words {

        private final long id;
        private final boolean question;
        private final String label;
        private String text;

        Words(long id, boolean question, String label, String text) {
            this.id = id;
            this.question = question;
            this.label = label;
            this.text = text;
        }

        /** @return whether it is a question; else one of its options */
        public boolean isQuestion() {
            return question;
        }

        /** @return the number of the question, and of the option behind a dot */
        public String getLabel() {
            return label;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    @PostConstruct
    void load() {
        PollView poll = polls.view(route.getSlug(), route.getId());
        if (!poll.organiser()) {
            throw new NotAllowedException();
        }
        revision = poll.revision();
        title = poll.title();
        intro = poll.intro();
        words = new ArrayList<>();
        for (int i = 0; i < poll.questions().size(); i++) {
            PollQuestionView question = poll.questions().get(i);
            words.add(new Words(question.id(), true, String.valueOf(i + 1), question.text()));
            if (question.kind().hasOwnOptions()) {
                for (int j = 0; j < question.options().size(); j++) {
                    OptionView option = question.options().get(j);
                    words.add(new Words(option.id(), false, (i + 1) + "." + (j + 1), option.label()));
                }
            }
        }
    }

    public void save() {
        Map<Long, String> questions = new HashMap<>();
        Map<Long, String> options = new HashMap<>();
        words.forEach(each -> (each.isQuestion() ? questions : options).put(each.id, each.getText() == null ? "" : each.getText()));
        try {
            organise.correct(route.getSlug(), route.getId(), revision, title, intro, questions, options);
        } catch (ChangedMeanwhileException second) {
            revision = polls.view(route.getSlug(), route.getId()).revision();
            throw second;
        }
        route.goTelling("/bereiche/" + route.getSlug() + "/umfragen/" + route.getId(), "pollCorrected");
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getIntro() {
        return intro;
    }

    public void setIntro(String intro) {
        this.intro = intro;
    }

    public List<Words> getWords() {
        return words;
    }
}

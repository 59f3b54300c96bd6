package de.krisenaustausch.poll.web;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.PollChange;
import de.krisenaustausch.poll.service.OrganiseService;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.PollView.ChangeView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.shared.web.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A poll: what it asks, who will see what, the ballot, what was answered before; for those who hold it, what they can do. */
@Named
@RequestScoped
public class ViewPoll {

    @Inject
    private PollService polls;

    @Inject
    private OrganiseService organise;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    @Inject
    private Frame frame;

    @Inject
    private CurrentReader reader;

    @Inject
    private Configuration configuration;

    private PollView poll;
    private BallotInput input;
    private Integer revision;
    private String deadline;

    public void load() {
        poll = polls.view(route.getSlug(), route.getId());
    }

    /** Answers, or changes what was answered; says at each question what is wrong there. */
    public void answer() {
        input = BallotInput.of(((HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest()).getParameterMap());
        List<Answer> answers = new ArrayList<>();
        boolean right = true;
        for (PollQuestionView question : getPoll().questions()) {
            try {
                Answer answer = input.answer(question);
                answers.add(answer);
                right &= isEnough(question, answer);
            } catch (BusinessException wrong) {
                say(question, wrong);
                right = false;
            }
        }
        if (right) {
            send(answers);
        }
    }

    private void send(List<Answer> answers) {
        try {
            polls.answer(route.getSlug(), route.getId(), getRevision(), answers);
        } catch (ChangedMeanwhileException second) {
            load();
            revision = getPoll().mine() == null ? 0 : getPoll().mine().revision();
            throw second;
        }
        route.goTelling(getHome(), getPoll().taken() ? "pollAmended" : "pollAnswered");
    }

    private boolean isEnough(PollQuestionView question, Answer answer) {
        if (answer.empty() && !question.optional()) {
            say(question, new BusinessException("poll.unanswered", question.text()));
            return false;
        }
        if (question.most() != null && answer.options().size() > question.most()) {
            say(question, new BusinessException("poll.tooMany", question.text(), question.most()));
            return false;
        }
        if (answer.number() != null && (question.least() != null && answer.number().compareTo(question.least()) < 0
                || question.greatest() != null && answer.number().compareTo(question.greatest()) > 0)) {
            say(question, answer.number().compareTo(question.least() == null ? answer.number() : question.least()) < 0
                ? new BusinessException("poll.number.least", question.text(), question.least()) : new BusinessException("poll.number.greatest", question.text(), question.greatest()));
            return false;
        }
        return true;
    }

    private void say(PollQuestionView question, BusinessException wrong) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.addMessage(Ballot.anchor(question.id()), new FacesMessage(FacesMessage.SEVERITY_ERROR, Messages.sentence(frame.getLocale(), wrong), null));
        context.validationFailed();
    }

    public void publish() {
        organise.publish(route.getSlug(), route.getId());
        route.goTelling(getHome(), "pollPublished");
    }

    public void close() {
        organise.close(route.getSlug(), route.getId());
        route.goTelling(getHome(), "pollClosed");
    }

    public void extend() {
        organise.extend(route.getSlug(), route.getId(), LocalTime.parse(deadline).orElseThrow(() -> new BusinessException("poll.noTime", "field.deadline")));
        route.goTelling(getHome(), "pollExtended");
    }

    public void discard() {
        organise.discard(route.getSlug(), route.getId());
        route.goTelling("/bereiche/" + route.getSlug() + "/umfragen?liste=meine", "pollDiscarded");
    }

    public PollView getPoll() {
        if (poll == null) {
            load();
        }
        return poll;
    }

    public BallotInput getInput() {
        return input == null ? BallotInput.of(getPoll(), frame.getLocale()) : input;
    }

    /** @return whether the reader can fill in the ballot: a draft shows it only, and an anonymous answer is given for good */
    public boolean isAnswerable() {
        return getPoll().open() && !(getPoll().anonymous() && getPoll().taken());
    }

    /** @return what stands above the button: who will see what */
    public List<String> getNotices() {
        PollView asked = getPoll();
        List<String> notices = new ArrayList<>();
        boolean town = asked.answeredBy() == AnsweredBy.MUNICIPALITY;
        if (asked.anonymous()) {
            notices.add(format.text(town ? "poll.see.anonymous.MUNICIPALITY" : "poll.see.anonymous.PERSON"));
            notices.add(asked.breakdown() == null ? format.text("poll.see.nothingElse") : format.text("poll.see.kept", format.text("poll.breakdown." + asked.breakdown()), kept()));
            notices.add(format.text("poll.see.forGood"));
        } else {
            notices.add(format.text(town ? "poll.see.named.MUNICIPALITY" : "poll.see.named.PERSON"));
        }
        notices.add(format.text("poll.see.results." + asked.resultsFor(), asked.municipality()));
        if (asked.anonymous()) {
            notices.add(format.text("poll.see.minimum", configuration.pollMinimum()));
        }
        return notices;
    }

    private String kept() {
        if (!reader.get().complete()) {
            return "–";
        }
        return switch (getPoll().breakdown()) {
            case STATE -> reader.get().state().getLabel();
            case SIZE -> format.text("search.size." + reader.get().sizeClass());
            case KIND -> format.text("kind." + reader.get().kind());
        };
    }

    /** @return a change in words */
    public String change(ChangeView change) {
        if (change.what() == PollChange.What.CLOSED) {
            return format.text("poll.change.CLOSED");
        }
        boolean time = change.what() == PollChange.What.DEADLINE;
        return format.text("poll.change." + change.what(), time ? format.exact(Instant.parse(change.before())) : or(change.before()),
            time ? format.exact(Instant.parse(change.after())) : or(change.after()));
    }

    private static String or(String text) {
        return text == null ? "–" : text;
    }

    /** @return the name of a Land */
    public String land(FederalState state) {
        return state.getLabel();
    }

    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/umfragen/" + route.getId();
    }

    /** @return of the answer that is changed; 0 of a first one */
    public int getRevision() {
        return revision != null ? revision : getPoll().mine() == null ? 0 : getPoll().mine().revision();
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    /** @return a later deadline, as a field holds it */
    public String getDeadline() {
        return deadline == null ? LocalTime.write(getPoll().deadline()) : deadline;
    }

    public void setDeadline(String deadline) {
        this.deadline = deadline;
    }
}

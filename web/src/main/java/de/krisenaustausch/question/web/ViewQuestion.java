package de.krisenaustausch.question.web;

import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.question.AnswerKey;
import de.krisenaustausch.question.QuestionState;
import de.krisenaustausch.question.service.AnsweringService;
import de.krisenaustausch.question.service.AskingService;
import de.krisenaustausch.question.service.MovedQuestionException;
import de.krisenaustausch.question.service.QuestionService;
import de.krisenaustausch.question.service.QuestionView;
import de.krisenaustausch.question.service.ReferralService;
import de.krisenaustausch.question.service.SettlingService;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Format;
import de.krisenaustausch.space.service.SpaceService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question with its answers, and all that can be done with either. Where it was merged or moved, its address leads on. */
@Named
@RequestScoped
public class ViewQuestion {

    private static final Pattern ADDRESS = Pattern.compile("(?:.*/fragen/)?#?(\\d{1,18})(?:[?#].*)?");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    private QuestionService questions;

    @Inject
    private AskingService asking;

    @Inject
    private AnsweringService answering;

    @Inject
    private SettlingService settling;

    @Inject
    private ReferralService referrals;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    @Inject
    private Clock clock;

    private QuestionView question;
    private String answer;
    private boolean official;
    private boolean previewing;
    private String reason;
    private String target;
    private String other;

    /** Reads all that the page shows, in a fixed number of statements. */
    public void load() {
        try {
            question = questions.view(route.getSlug(), route.getId(), AnswerKey.parse(parameter("ab")).orElse(null));
        } catch (MovedQuestionException moved) {
            route.go("/bereiche/" + moved.getSpace() + "/fragen/" + moved.getId());
        }
    }

    /** Shows how the answer will look; keeps nothing. */
    public void preview() {
        previewing = true;
    }

    public void answer() {
        tell("answered", answering.answer(route.getSlug(), route.getId(), answer, official));
    }

    /** Says that an answer helped. */
    public void vote(String answerId) {
        answering.vote(route.getSlug(), id(answerId), true);
        tell("voted", id(answerId));
    }

    public void unvote(String answerId) {
        answering.vote(route.getSlug(), id(answerId), false);
        tell("unvoted", id(answerId));
    }

    public void comment(String answerId) {
        answering.comment(route.getSlug(), id(answerId), comment(id(answerId)));
        tell("commented", id(answerId));
    }

    /** Withdraws an answer; the page offers to undo that. */
    public void deleteAnswer(String answerId) {
        answering.delete(route.getSlug(), id(answerId));
        route.go(getHome() + "?meldung=answerDeleted&zurueckgezogen=" + id(answerId));
    }

    public void restoreAnswer(String answerId) {
        answering.restore(route.getSlug(), id(answerId));
        tell("answerRestored", id(answerId));
    }

    /** Takes a remark away. @param ids of its answer and of itself, with a blank between */
    public void deleteComment(String ids) {
        String[] both = ids.split(" ", 2);
        answering.deleteComment(route.getSlug(), id(both[0]), id(both[both.length - 1]));
        tell("commentDeleted", id(both[0]));
    }

    /** Takes a document from the question; the page offers to undo that. */
    public void detach(String documentId) {
        asking.detach(route.getSlug(), route.getId(), id(documentId));
        route.go(getHome() + "?meldung=detached&abgehaengt=" + id(documentId));
    }

    public void attach(String documentId) {
        asking.attach(route.getSlug(), route.getId(), id(documentId));
        route.goTelling(getHome(), "attached");
    }

    public void accept(String answerId) {
        settling.accept(route.getSlug(), id(answerId));
        tell("accepted", id(answerId));
    }

    public void withdraw(String answerId) {
        settling.withdrawAcceptance(route.getSlug(), route.getId());
        tell("acceptanceWithdrawn", id(answerId));
    }

    public void close() {
        settling.close(route.getSlug(), route.getId(), reason);
        route.goTelling(getHome(), "questionClosed");
    }

    public void reopen() {
        settling.reopen(route.getSlug(), route.getId());
        route.goTelling(getHome(), "questionReopened");
    }

    public void move() {
        settling.move(route.getSlug(), route.getId(), target);
        route.goTelling("/bereiche/" + target + "/fragen/" + route.getId(), "questionMoved");
    }

    /** Merges it into the question whose address or number was typed. */
    public void merge() {
        Matcher number = ADDRESS.matcher(other == null ? "" : other.strip());
        if (!number.matches()) {
            throw new BusinessException("question.merge.notThere");
        }
        settling.merge(route.getSlug(), route.getId(), Long.parseLong(number.group(1)));
        route.goTelling("/bereiche/" + route.getSlug() + "/fragen/" + number.group(1), "questionMerged");
    }

    /** The reader was asked and answers herself. */
    public void takeOn() {
        referrals.takeOn(route.getSlug(), route.getId());
        route.go(getHome() + "?meldung=takenOn#ihre-antwort");
    }

    /** The reader was asked and can't answer. */
    public void pass() {
        referrals.pass(route.getSlug(), route.getId());
        route.goTelling(getHome(), "passed");
    }

    public void delete() {
        asking.delete(route.getSlug(), route.getId());
        route.goTelling("/bereiche/" + route.getSlug() + "/fragen?geloescht=" + route.getId(), "questionDeleted");
    }

    public QuestionView getQuestion() {
        if (question == null) {
            load();
        }
        return question;
    }

    /** @return the address of this page without its query */
    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/fragen/" + route.getId();
    }

    /** @return the address of further answers; empty when all are shown */
    public String getNext() {
        return getQuestion().next() == null ? "" : getHome() + "?ab=" + getQuestion().next() + "#antworten";
    }

    /** @return how many answers there are, in words */
    public String getAnswersTitle() {
        int count = getQuestion().answerCount();
        return format.text(count == 0 ? "question.answers.none" : count == 1 ? "question.answers.one" : "question.answers.many", format.number(count));
    }

    /** @return whether an answer is needed by a day that is not over */
    public boolean isUrgent() {
        return getQuestion().state() == QuestionState.OPEN && getQuestion().urgentUntil() != null
            && !getQuestion().urgentUntil().isBefore(LocalDate.ofInstant(clock.instant(), BERLIN));
    }

    /** @return that day, as people write it */
    public String getUrgentDay() {
        return format.day(getQuestion().urgentUntil().atStartOfDay(BERLIN).toInstant());
    }

    /** @return spaces that it could be moved to */
    public List<SpaceService.SpaceRow> getTargets() {
        return spaces.list().stream().filter(space -> !space.slug().equals(route.getSlug())).toList();
    }

    /** @return what was typed as a remark on that answer, when it was refused */
    public String comment(long answerId) {
        return parameter("anmerkung-" + answerId);
    }

    /** @return the answer that was withdrawn just now; "" for none */
    public String getWithdrawn() {
        return mentioned("zurueckgezogen");
    }

    /** @return the document that was taken from the question just now; "" for none */
    public String getDetached() {
        return mentioned("abgehaengt");
    }

    private static String mentioned(String name) {
        return Parameters.id(parameter(name)).stream().mapToObj(String::valueOf).findFirst().orElse("");
    }

    private void tell(String done, long answerId) {
        route.go(getHome() + "?meldung=" + done + "#antwort-" + answerId);
    }

    private static long id(String text) {
        return Parameters.id(text).orElseThrow(NotFoundException::new);
    }

    private static String parameter(String name) {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return parameters.get(name);
    }

    public boolean isPreviewing() {
        return previewing;
    }

    public String getAnswer() {
        return answer;
    }

    public void setAnswer(String answer) {
        this.answer = answer;
    }

    public boolean isOfficial() {
        return official;
    }

    public void setOfficial(boolean official) {
        this.official = official;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public String getOther() {
        return other;
    }

    public void setOther(String other) {
        this.other = other;
    }
}

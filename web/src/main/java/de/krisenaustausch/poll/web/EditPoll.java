package de.krisenaustausch.poll.web;

import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.poll.AnsweredBy;
import de.krisenaustausch.poll.Breakdown;
import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultsFor;
import de.krisenaustausch.poll.service.OrganiseService;
import de.krisenaustausch.poll.service.PollService;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.web.Frame;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a poll: a new one, one like an earlier one ({@code ?vorlage=}), or a draft. Questions are added, moved and taken away by buttons
 * of the form, which keeps what was typed; which rows it has stands in the form itself, so that it works without scripts.
 */
@Named
@RequestScoped
public class EditPoll {

    private static final Duration USUAL = Duration.ofDays(14);

    @Inject
    private PollService polls;

    @Inject
    private OrganiseService organise;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    @Inject
    private Frame frame;

    @Inject
    private Clock clock;

    private PollView poll;
    private List<TopicView> topicChoices;
    private final List<QuestionRow> rows = new ArrayList<>();
    private int revision;
    private String title;
    private String intro;
    private String[] topics = {};
    private AnsweredBy answeredBy = AnsweredBy.MUNICIPALITY;
    private boolean anonymous;
    private Breakdown breakdown;
    private ResultsFor resultsFor = ResultsFor.AFTER_ANSWERING;
    private String deadline;
    private QuestionKind newKind = QuestionKind.SINGLE;

    @PostConstruct
    void load() {
        topicChoices = spaces.topics(route.getSlug());
        deadline = LocalTime.write(clock.instant().plus(USUAL).atZone(LocalTime.BERLIN).withHour(18).withMinute(0).toInstant());
        if (route.getId() != 0) {
            poll = polls.view(route.getSlug(), route.getId());
            if (!poll.organiser()) {
                throw new NotAllowedException();
            }
            revision = poll.revision();
            take(poll);
            deadline = LocalTime.write(poll.deadline());
        } else {
            Parameters.id(parameter("vorlage")).ifPresent(id -> take(polls.view(route.getSlug(), id)));
        }
        if (FacesContext.getCurrentInstance().isPostback()) {
            rows.clear();
            sentKinds().limit(de.krisenaustausch.poll.Poll.QUESTIONS).forEach(kind -> rows.add(new QuestionRow(kind)));
        } else if (rows.isEmpty()) {
            rows.add(new QuestionRow(QuestionKind.SINGLE));
        }
    }

    private void take(PollView from) {
        topicChoices = Stream.concat(topicChoices.stream(), from.topics().stream()).distinct().toList();
        title = from.title();
        intro = from.intro();
        topics = from.topics().stream().map(TopicView::slug).toArray(String[]::new);
        answeredBy = from.answeredBy();
        anonymous = from.anonymous();
        breakdown = from.breakdown();
        resultsFor = from.resultsFor();
        from.questions().forEach(question -> rows.add(QuestionRow.of(question, frame.getLocale())));
    }

    private static Stream<QuestionKind> sentKinds() {
        String[] sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().get("frage");
        return sent == null ? Stream.of() : Arrays.stream(sent).flatMap(name -> Arrays.stream(QuestionKind.values()).filter(kind -> kind.name().equals(name)));
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(name);
    }

    /** Puts a question of the chosen kind below the others. */
    public void add() {
        if (rows.size() < de.krisenaustausch.poll.Poll.QUESTIONS) {
            rows.add(new QuestionRow(newKind));
        }
    }

    /** @param index of a question, as its button sends it */
    public void remove(String index) {
        at(index).ifPresent(i -> rows.remove((int) i));
    }

    /** Puts a question before the one above it. @param index of the question, as its button sends it */
    public void lift(String index) {
        at(index).filter(i -> i > 0).ifPresent(i -> Collections.swap(rows, i, i - 1));
    }

    private Optional<Integer> at(String index) {
        return index != null && index.matches("\\d{1,3}") && Integer.parseInt(index) < rows.size() ? Optional.of(Integer.valueOf(index)) : Optional.empty();
    }

    /** Keeps the draft and shows it as those who are asked will see it. */
    public void save() {
        List<PollQuestion.Draft> questions = rows.stream().map(QuestionRow::draft).toList();
        OrganiseService.Draft draft = new OrganiseService.Draft(title, intro, Arrays.asList(topics), answeredBy, anonymous, breakdown, resultsFor, instant(), questions);
        long id = route.getId();
        if (id == 0) {
            id = organise.draft(route.getSlug(), draft);
        } else {
            try {
                organise.rewrite(route.getSlug(), id, revision, draft);
            } catch (ChangedMeanwhileException second) {
                revision = polls.view(route.getSlug(), id).revision();
                throw second;
            }
        }
        route.goTelling("/bereiche/" + route.getSlug() + "/umfragen/" + id, "pollDrafted");
    }

    private Instant instant() {
        if (deadline == null || deadline.isBlank()) {
            return null;
        }
        return LocalTime.parse(deadline).orElseThrow(() -> new BusinessException("poll.noTime", "field.deadline"));
    }

    /** @return where "cancel" leads */
    public String getHome() {
        return "/bereiche/" + route.getSlug() + "/umfragen" + (route.getId() == 0 ? "" : "/" + route.getId());
    }

    /** @return the space's name */
    public String getSpaceName() {
        return poll != null ? poll.spaceName() : spaces.list().stream().filter(each -> each.slug().equals(route.getSlug())).map(SpaceService.SpaceRow::name).findFirst().orElse("");
    }

    /** @return whether the poll is still to be published, so that everything can be changed */
    public boolean isDraft() {
        return poll == null || poll.draft();
    }

    public PollView getPoll() {
        return poll;
    }

    public List<TopicView> getTopicChoices() {
        return topicChoices;
    }

    public List<QuestionRow> getRows() {
        return rows;
    }

    public QuestionKind[] getKinds() {
        return QuestionKind.values();
    }

    public AnsweredBy[] getAnsweredByChoices() {
        return AnsweredBy.values();
    }

    public Breakdown[] getBreakdownChoices() {
        return Breakdown.values();
    }

    public ResultsFor[] getResultsForChoices() {
        return ResultsFor.values();
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

    public String[] getTopics() {
        return topics;
    }

    public void setTopics(String[] topics) {
        this.topics = topics == null ? new String[0] : topics;
    }

    public AnsweredBy getAnsweredBy() {
        return answeredBy;
    }

    public void setAnsweredBy(AnsweredBy answeredBy) {
        this.answeredBy = answeredBy;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public void setAnonymous(boolean anonymous) {
        this.anonymous = anonymous;
    }

    public Breakdown getBreakdown() {
        return breakdown;
    }

    public void setBreakdown(Breakdown breakdown) {
        this.breakdown = breakdown;
    }

    public ResultsFor getResultsFor() {
        return resultsFor;
    }

    public void setResultsFor(ResultsFor resultsFor) {
        this.resultsFor = resultsFor;
    }

    public String getDeadline() {
        return deadline;
    }

    public void setDeadline(String deadline) {
        this.deadline = deadline;
    }

    public QuestionKind getNewKind() {
        return newKind;
    }

    public void setNewKind(QuestionKind newKind) {
        this.newKind = newKind;
    }
}

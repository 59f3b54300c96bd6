package de.krisenaustausch.poll;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An Umfrage: drafted by a municipality, published to its space, answered until its deadline or until it is closed early. What it
 * asks stays as it was published; words can be corrected and the deadline put off, which those who are asked see. It can be discarded
 * at any time.
 */
@Entity
public class Poll extends VersionedEntity {

    public static final int TITLE_LENGTH = 200;
    public static final int INTRO_LENGTH = 4000;
    public static final int QUESTIONS = 50;
    /** A deadline lies so far away at most. */
    public static final Duration LONGEST = Duration.ofDays(366);
    /** So long before the deadline those who have not answered are reminded. */
    public static final Duration REMINDER = Duration.ofDays(1);

    /** How far a poll has come. */
    public enum State { DRAFT, OPEN, CLOSED, DISCARDED }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @Column(length = INTRO_LENGTH)
    private String intro;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "created_by_id")
    private Member createdBy;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "published_at")
    private Instant publishedAt;

    private Instant deadline;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "answered_by", nullable = false, length = 12)
    private AnsweredBy answeredBy;

    @Column(nullable = false)
    private boolean anonymous;

    @Enumerated(EnumType.STRING)
    @Column(length = 5)
    private Breakdown breakdown;

    @Enumerated(EnumType.STRING)
    @Column(name = "results_for", nullable = false, length = 15)
    private ResultsFor resultsFor;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @ManyToMany
    @JoinTable(name = "poll_topic", joinColumns = @JoinColumn(name = "poll_id"), inverseJoinColumns = @JoinColumn(name = "topic_id"))
    @OrderBy("name")
    private List<Topic> topics = new ArrayList<>();

    @OneToMany(mappedBy = "poll", cascade = {CascadeType.PERSIST, CascadeType.REMOVE}, orphanRemoval = true)
    @OrderBy("position")
    private List<PollQuestion> questions = new ArrayList<>();

    @OneToMany(mappedBy = "poll", cascade = CascadeType.PERSIST)
    @OrderBy("changedAt, id")
    private List<PollChange> changes = new ArrayList<>();

    protected Poll() {
    }

    /**
     * What a poll says and how it is held; checked as a whole.
     *
     * @param breakdown of an anonymous poll: the one coarse fact kept with each answer, or null
     * @param deadline may be null in a draft
     */
    public record Description(String title, String intro, Collection<Topic> topics, AnsweredBy answeredBy, boolean anonymous,
                              Breakdown breakdown, ResultsFor resultsFor, Instant deadline) {
    }

    /**
     * Drafts a poll.
     *
     * @throws BusinessException when the person has no municipality yet, or something is missing or too long
     */
    public static Poll draft(Space space, Member by, Description description, List<PollQuestion.Draft> questions, Instant now) {
        if (!by.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        Poll poll = new Poll();
        poll.space = space;
        poll.createdBy = by;
        poll.municipality = by.getMunicipality();
        poll.createdAt = now;
        poll.rewrite(description, questions);
        return poll;
    }

    /** Writes a draft anew. @throws BusinessException when it is no draft any more, or as for {@link #draft} */
    public final void rewrite(Description description, List<PollQuestion.Draft> newQuestions) {
        if (publishedAt != null) {
            throw new BusinessException("poll.published");
        }
        title = Text.required(Text.oneLine(description.title()), TITLE_LENGTH, "field.title");
        intro = Text.optional(description.intro(), INTRO_LENGTH, "field.intro");
        if (description.answeredBy() == null || description.resultsFor() == null) {
            throw new BusinessException("error.required", description.answeredBy() == null ? "field.answeredBy" : "field.resultsFor");
        }
        if (description.anonymous() && !description.resultsFor().isFitForAnonymous()) {
            throw new BusinessException("poll.anonymousWaits");
        }
        space.requireTopics(description.topics(), topics);
        if (newQuestions.size() > QUESTIONS) {
            throw new BusinessException("poll.tooManyQuestions", QUESTIONS);
        }
        answeredBy = description.answeredBy();
        anonymous = description.anonymous();
        breakdown = anonymous ? description.breakdown() : null;
        resultsFor = description.resultsFor();
        deadline = description.deadline();
        topics.clear();
        description.topics().stream().distinct().forEach(topics::add);
        questions.clear();
        for (int i = 0; i < newQuestions.size(); i++) {
            questions.add(new PollQuestion(this, i, newQuestions.get(i)));
        }
    }

    /** Asks the space. @throws BusinessException when there is nothing to ask, or no time to answer */
    public void publish(Instant now) {
        if (publishedAt != null || deletedAt != null) {
            throw new BusinessException("poll.published");
        }
        if (questions.isEmpty()) {
            throw new BusinessException("poll.noQuestions");
        }
        if (deadline == null) {
            throw new BusinessException("error.required", "field.deadline");
        }
        checkDeadline(deadline, now);
        publishedAt = now;
        // whoever is asked less than a day before the end needs no reminder
        remindedAt = deadline.minus(REMINDER).isBefore(now) ? now : null;
    }

    private static void checkDeadline(Instant deadline, Instant now) {
        if (!deadline.isAfter(now)) {
            throw new BusinessException("poll.deadlinePassed");
        }
        if (deadline.isAfter(now.plus(LONGEST))) {
            throw new BusinessException("poll.deadlineFar");
        }
    }

    /** Ends it before its deadline. @throws BusinessException when it does not run */
    public void close(Member by, Instant now) {
        mustRun(now);
        closedAt = now;
        changes.add(new PollChange(this, PollChange.What.CLOSED, null, null, by, now));
    }

    /** Gives more time. @throws BusinessException when it does not run any more, or that is no later than before */
    public void extend(Instant later, Member by, Instant now) {
        mustRun(now);
        if (later == null || !later.isAfter(deadline)) {
            throw new BusinessException("poll.deadlineEarlier");
        }
        checkDeadline(later, now);
        changes.add(new PollChange(this, PollChange.What.DEADLINE, deadline.toString(), later.toString(), by, now));
        deadline = later;
        if (remindedAt != null && deadline.minus(REMINDER).isAfter(now)) {
            remindedAt = null;
        }
    }

    private void mustRun(Instant now) {
        if (stateAt(now) != State.OPEN) {
            throw new BusinessException("poll.notOpen");
        }
    }

    /**
     * Corrects the words of a published poll; each difference becomes a change that those who are asked see.
     *
     * @param questionTexts by question; what is missing stays
     * @param labels by option; what is missing stays
     */
    public void correct(String newTitle, String newIntro, Map<Long, String> questionTexts, Map<Long, String> labels, Member by, Instant now) {
        if (publishedAt == null || deletedAt != null) {
            throw new BusinessException("poll.notOpen");
        }
        String oldTitle = title;
        title = Text.required(Text.oneLine(newTitle), TITLE_LENGTH, "field.title");
        note(PollChange.What.TITLE, oldTitle, title, by, now);
        String oldIntro = intro;
        intro = Text.optional(newIntro, INTRO_LENGTH, "field.intro");
        note(PollChange.What.INTRO, oldIntro, intro, by, now);
        for (PollQuestion question : getQuestions()) {
            String old = question.getText();
            question.word(questionTexts.getOrDefault(question.getId(), old));
            note(PollChange.What.QUESTION, old, question.getText(), by, now);
            if (question.getKind().hasOwnOptions()) {
                for (PollOption option : question.getOptions()) {
                    String label = option.getLabel();
                    option.word(labels.getOrDefault(option.getId(), label));
                    note(PollChange.What.OPTION, label, option.getLabel(), by, now);
                }
            }
        }
    }

    private void note(PollChange.What what, String before, String after, Member by, Instant now) {
        if (!Objects.equals(before, after)) {
            changes.add(new PollChange(this, what, before, after, by, now));
        }
    }

    /** Takes it away for good, with what was answered. */
    public void discard(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
        }
    }

    /** Those who have not answered were reminded. */
    public void reminded(Instant now) {
        remindedAt = now;
    }

    /** No answer can come any more, and all that came are counted. */
    public void end(Instant now) {
        endedAt = now;
    }

    /**
     * @return what is answered, in the order of the questions, without what was left out
     * @throws BusinessException when a question that must be answered was not, or an answer does not fit
     */
    public List<Answer> check(Collection<Answer> given) {
        if (!questions.stream().map(PollQuestion::getId).toList().containsAll(given.stream().map(Answer::questionId).toList())) {
            throw new BusinessException("poll.unknownQuestion");
        }
        List<Answer> checked = getQuestions().stream().map(question -> question.check(given.stream()
            .filter(answer -> answer.questionId() == question.getId()).findFirst().orElse(Answer.of(question.getId(), List.of())))).filter(answer -> !answer.empty()).toList();
        if (checked.isEmpty()) {
            throw new BusinessException("poll.nothingAnswered");
        }
        return checked;
    }

    public State stateAt(Instant now) {
        if (deletedAt != null) {
            return State.DISCARDED;
        }
        if (publishedAt == null) {
            return State.DRAFT;
        }
        return closedAt == null && now.isBefore(deadline) ? State.OPEN : State.CLOSED;
    }

    /** @return whether this member's municipality asks */
    public boolean isOrganisedBy(Member member) {
        return municipality.equals(member.getMunicipality());
    }

    public Space getSpace() {
        return space;
    }

    public String getTitle() {
        return title;
    }

    public String getIntro() {
        return intro;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public Member getCreatedBy() {
        return createdBy;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    /** @return null while it is a draft */
    public Instant getPublishedAt() {
        return publishedAt;
    }

    public Instant getDeadline() {
        return deadline;
    }

    /** @return id of the change by which the deadline was put off last, or the poll's own if it never was */
    public long getDeadlineId() {
        return changes.stream().filter(change -> change.getWhat() == PollChange.What.DEADLINE).mapToLong(PollChange::getId).max().orElse(getId());
    }

    /** @return when it was closed before its deadline; null when it was not */
    public Instant getClosedAt() {
        return closedAt;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public AnsweredBy getAnsweredBy() {
        return answeredBy;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    /** @return the one coarse fact that an anonymous poll keeps with each answer; null when it keeps none */
    public Breakdown getBreakdown() {
        return breakdown;
    }

    public ResultsFor getResultsFor() {
        return resultsFor;
    }

    /** @return when all answers were in and counted; null before */
    public Instant getEndedAt() {
        return endedAt;
    }

    public List<Topic> getTopics() {
        return List.copyOf(topics);
    }

    public List<PollQuestion> getQuestions() {
        return questions.stream().sorted(Comparator.comparingInt(PollQuestion::getPosition)).toList();
    }

    /** @return changes after it was published, the oldest first */
    public List<PollChange> getChanges() {
        return List.copyOf(changes);
    }
}

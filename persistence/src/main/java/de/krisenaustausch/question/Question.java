package de.krisenaustausch.question;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What a member asks the others of a space. It is open until she or a moderator accepts an answer or closes it, and opens again at
 * will; one that asks what another asked before is merged into that and leads there. Only who asked may delete it, and only while
 * nobody answered. What it said before a change is kept as a {@link Revision}.
 */
@Entity
public class Question extends VersionedEntity {

    public static final int TITLE_LENGTH = 200;
    public static final int TEXT_LENGTH = 20_000;
    public static final int REASON_LENGTH = 300;
    /** How long deleted questions and answers are kept before they are gone for good. */
    public static final Duration BIN = Duration.ofDays(30);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @Column(nullable = false, length = TITLE_LENGTH)
    private String title;

    @Column(nullable = false, length = TEXT_LENGTH)
    private String text;

    @Column(name = "urgent_until")
    private LocalDate urgentUntil;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "asked_by_id")
    private Member askedBy;

    @Column(name = "asked_at", nullable = false)
    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    private QuestionState state = QuestionState.OPEN;

    @Column(name = "closed_reason", length = REASON_LENGTH)
    private String closedReason;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "accepted_id")
    private Answer accepted;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into_id")
    private Question mergedInto;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "changed_by_id")
    private Member changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @ManyToMany
    @JoinTable(name = "question_topic", joinColumns = @JoinColumn(name = "question_id"), inverseJoinColumns = @JoinColumn(name = "topic_id"))
    @OrderBy("name")
    private List<Topic> topics = new ArrayList<>();

    // counted and handed on past this entity, so that nobody who edits collides with those who answer
    @Column(name = "answer_count", nullable = false, insertable = false, updatable = false)
    private int answerCount;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, insertable = false, updatable = false)
    private Stage stage = Stage.NEW;

    @Column(name = "staged_at", nullable = false, updatable = false)
    private Instant stagedAt;

    protected Question() {
    }

    /** What is asked. @param text in Markdown @param urgentUntil the last day on which an answer helps, or null */
    public record Wording(String title, String text, Collection<Topic> topics, LocalDate urgentUntil) {
    }

    /** @throws BusinessException when the person has no municipality yet or the wording breaks its limits */
    public static Question ask(Space space, Member by, Wording wording, Instant now) {
        if (!by.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        Question question = new Question();
        question.space = space;
        question.askedBy = by;
        question.municipality = by.getMunicipality();
        question.askedAt = now;
        question.stagedAt = now;
        question.word(wording);
        return question;
    }

    /**
     * Says it differently.
     *
     * @return what it said before, to be kept; null when neither title nor text changed
     * @throws BusinessException when something is missing, too long, or a topic is not one of the space
     */
    public final Revision reword(Wording wording, Member by, Instant now) {
        Revision before = Revision.of(this, by(), since(), now);
        String oldTitle = title;
        String oldText = text;
        word(wording);
        if (title.equals(oldTitle) && text.equals(oldText)) {
            return null;
        }
        changedBy = by;
        changedAt = now;
        return before;
    }

    private void word(Wording wording) {
        title = Text.required(Text.oneLine(wording.title()), TITLE_LENGTH, "field.title");
        text = Text.required(wording.text(), TEXT_LENGTH, "field.question");
        space.requireTopics(wording.topics(), topics);
        urgentUntil = wording.urgentUntil();
        topics.clear();
        wording.topics().stream().distinct().forEach(topics::add);
    }

    /** Says that this answer helped; it takes the place of one that was accepted before. */
    public void accept(Answer answer) {
        requireTaking();
        if (!equals(answer.getQuestion())) {
            throw new IllegalArgumentException(answer + " answers another question");
        }
        accepted = answer;
        state = QuestionState.ANSWERED;
    }

    /** Takes back that an answer helped. */
    public void withdrawAcceptance() {
        requireTaking();
        accepted = null;
        state = QuestionState.OPEN;
    }

    /** One of its answers goes. If it was the accepted one, the question is open again, or stays closed without any. */
    void lose(Answer answer) {
        if (answer.equals(accepted)) {
            accepted = null;
            state = state == QuestionState.ANSWERED ? QuestionState.OPEN : state;
        }
    }

    /** Lets nobody answer any more. @throws BusinessException when no reason is given */
    public void close(String reason) {
        requireTaking();
        closedReason = Text.required(Text.oneLine(reason), REASON_LENGTH, "field.reason");
        state = QuestionState.CLOSED;
    }

    /** Lets people answer again; an accepted answer stays so. */
    public void reopen() {
        if (state == QuestionState.CLOSED) {
            closedReason = null;
            state = accepted == null ? QuestionState.OPEN : QuestionState.ANSWERED;
        }
    }

    /** @throws BusinessException when it is merged into another and so has nothing to move */
    public void move(Space to) {
        requireThere();
        topics.removeIf(topic -> !to.getTopics().contains(topic));
        space = to;
    }

    /**
     * Leads to another question from now on; its answers go there.
     *
     * @throws BusinessException when the other is this one, stands in another space, or is itself merged or deleted
     */
    public void mergeInto(Question other) {
        requireThere();
        if (equals(other) || !space.equals(other.space) || other.isDeleted() || other.state == QuestionState.MERGED) {
            throw new BusinessException("question.merge.notThere");
        }
        mergedInto = other;
        accepted = null;
        closedReason = null;
        state = QuestionState.MERGED;
    }

    /** @throws BusinessException when somebody answered */
    public void delete(Instant now) {
        if (answerCount > 0 || state == QuestionState.MERGED) {
            throw new BusinessException("question.delete.answered");
        }
        if (deletedAt == null) {
            deletedAt = now;
        }
    }

    /** Takes it back at once. */
    public void restore() {
        deletedAt = null;
    }

    void requireTaking() {
        if (!state.isTakingAnswers()) {
            throw new BusinessException("question.notOpen");
        }
    }

    private void requireThere() {
        if (state == QuestionState.MERGED) {
            throw new BusinessException("question.notOpen");
        }
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isAskedBy(Member member) {
        return askedBy.equals(member);
    }

    /** @return who wrote it as it is now */
    Member by() {
        return Objects.requireNonNullElse(changedBy, askedBy);
    }

    Instant since() {
        return Objects.requireNonNullElse(changedAt, askedAt);
    }

    public Space getSpace() {
        return space;
    }

    public String getTitle() {
        return title;
    }

    /** @return Markdown */
    public String getText() {
        return text;
    }

    /** @return the last day on which an answer helps, or null */
    public LocalDate getUrgentUntil() {
        return urgentUntil;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public Member getAskedBy() {
        return askedBy;
    }

    public Instant getAskedAt() {
        return askedAt;
    }

    public QuestionState getState() {
        return state;
    }

    public String getClosedReason() {
        return closedReason;
    }

    public Answer getAccepted() {
        return accepted;
    }

    public Question getMergedInto() {
        return mergedInto;
    }

    /** @return when it was last said differently, or null */
    public Instant getChangedAt() {
        return changedAt;
    }

    public List<Topic> getTopics() {
        return List.copyOf(topics);
    }

    public int getAnswerCount() {
        return answerCount;
    }

    public Stage getStage() {
        return stage;
    }

    /** @return since when it waits for those whom it waits for */
    public Instant getStagedAt() {
        return stagedAt;
    }
}

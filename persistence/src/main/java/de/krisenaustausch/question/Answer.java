package de.krisenaustausch.question;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Objects;

/**
 * An answer to a question: a person's own, or given in the name of her municipality, and then any colleague there may change it. It stays
 * with its question, or goes along when that is merged into another. It can be withdrawn, and that be undone for 30 days.
 */
@Entity
public class Answer extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "question_id")
    private Question question;

    @Column(nullable = false, length = Question.TEXT_LENGTH)
    private String text;

    @Column(nullable = false)
    private boolean official;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "answered_by_id")
    private Member answeredBy;

    @Column(name = "answered_at", nullable = false)
    private Instant answeredAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "changed_by_id")
    private Member changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    // counted past this entity, so that nobody who edits collides with those who vote
    @Column(nullable = false, insertable = false, updatable = false)
    private int votes;

    protected Answer() {
    }

    /**
     * @param text in Markdown
     * @param official whether it is given in the name of the municipality
     * @throws BusinessException when the question takes no answers, the person has no municipality, or the text breaks its limits
     */
    public static Answer to(Question question, Member by, String text, boolean official, Instant now) {
        if (!by.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        question.requireTaking();
        Answer answer = new Answer();
        answer.question = question;
        answer.answeredBy = by;
        answer.municipality = by.getMunicipality();
        answer.answeredAt = now;
        answer.official = official;
        answer.text = required(text);
        return answer;
    }

    /** Says it differently. @return what it said before, to be kept; null when nothing changed */
    public Revision reword(String newText, Member by, Instant now) {
        String wanted = required(newText);
        if (wanted.equals(text)) {
            return null;
        }
        Revision before = Revision.of(this, now);
        text = wanted;
        changedBy = by;
        changedAt = now;
        return before;
    }

    /** Withdraws it. If it was accepted, its question is open again. */
    public void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
            question.lose(this);
        }
    }

    /** Undoes that. It is not accepted again by itself. @throws BusinessException when its 30 days are over */
    public void restore(Instant now) {
        if (deletedAt != null && deletedAt.plus(Question.BIN).isBefore(now)) {
            throw new BusinessException("answer.restore.tooLate");
        }
        deletedAt = null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    private static String required(String text) {
        return Text.required(text, Question.TEXT_LENGTH, "field.answer");
    }

    /** @return whether she may change it as its author: she wrote it, or it speaks for her municipality */
    public boolean isOwnedBy(Member member) {
        return answeredBy.equals(member) || official && municipality.equals(member.getMunicipality());
    }

    public boolean isBy(Member member) {
        return answeredBy.equals(member);
    }

    Member by() {
        return Objects.requireNonNullElse(changedBy, answeredBy);
    }

    Instant since() {
        return Objects.requireNonNullElse(changedAt, answeredAt);
    }

    public Question getQuestion() {
        return question;
    }

    /** @return Markdown */
    public String getText() {
        return text;
    }

    /** @return whether it is given in the name of the municipality */
    public boolean isOfficial() {
        return official;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public Member getAnsweredBy() {
        return answeredBy;
    }

    public Instant getAnsweredAt() {
        return answeredAt;
    }

    /** @return when it was last said differently, or null */
    public Instant getChangedAt() {
        return changedAt;
    }

    /** @return how many members it helped */
    public int getVotes() {
        return votes;
    }
}

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
import jakarta.persistence.Table;
import java.time.Instant;

/** A remark on an answer: what is missing, what to ask back. Written once, never changed; whoever wrote it can take it away. */
@Entity
@Table(name = "answer_comment")
public class AnswerComment extends VersionedEntity {

    public static final int LENGTH = 1000;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "answer_id")
    private Answer answer;

    @Column(nullable = false, length = LENGTH)
    private String text;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "municipality_id")
    private Municipality municipality;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "written_by_id")
    private Member writtenBy;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    protected AnswerComment() {
    }

    /** @throws BusinessException when the question takes no more, the person has no municipality, or the text breaks its limits */
    public AnswerComment(Answer answer, Member by, String text, Instant now) {
        if (!by.isComplete()) {
            throw new BusinessException("error.profileIncomplete");
        }
        answer.getQuestion().requireTaking();
        this.answer = answer;
        this.text = Text.required(text, LENGTH, "field.comment");
        this.writtenBy = by;
        this.municipality = by.getMunicipality();
        this.writtenAt = now;
    }

    public boolean isBy(Member member) {
        return writtenBy.equals(member);
    }

    public Answer getAnswer() {
        return answer;
    }

    public String getText() {
        return text;
    }

    public Municipality getMunicipality() {
        return municipality;
    }

    public Member getWrittenBy() {
        return writtenBy;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }
}

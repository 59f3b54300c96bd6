package de.krisenaustausch.question;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** What a question or one of its answers said, until somebody changed it. */
@Entity
public class Revision extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "question_id")
    private Question question;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "answer_id")
    private Answer answer;

    @Column(length = Question.TITLE_LENGTH)
    private String title;

    @Column(nullable = false, length = Question.TEXT_LENGTH)
    private String text;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "written_by_id")
    private Member writtenBy;

    @Column(name = "written_at", nullable = false)
    private Instant writtenAt;

    @Column(name = "replaced_at", nullable = false)
    private Instant replacedAt;

    protected Revision() {
    }

    static Revision of(Question question, Member by, Instant since, Instant now) {
        Revision revision = new Revision();
        revision.question = question;
        revision.title = question.getTitle();
        revision.text = question.getText();
        revision.writtenBy = by;
        revision.writtenAt = since;
        revision.replacedAt = now;
        return revision;
    }

    static Revision of(Answer answer, Instant now) {
        Revision revision = new Revision();
        revision.question = answer.getQuestion();
        revision.answer = answer;
        revision.text = answer.getText();
        revision.writtenBy = answer.by();
        revision.writtenAt = answer.since();
        revision.replacedAt = now;
        return revision;
    }

    public Question getQuestion() {
        return question;
    }

    /** @return the answer that said this; null when it was the question */
    public Answer getAnswer() {
        return answer;
    }

    /** @return the question's title then; null for an answer */
    public String getTitle() {
        return title;
    }

    /** @return Markdown */
    public String getText() {
        return text;
    }

    public Member getWrittenBy() {
        return writtenBy;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }

    public Instant getReplacedAt() {
        return replacedAt;
    }
}

package de.krisenaustausch.poll;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was changed of a poll after it was published: those who are asked see it. */
@Entity
@Table(name = "poll_change")
public class PollChange extends VersionedEntity {

    /** What a change was about. */
    public enum What { TITLE, INTRO, QUESTION, OPTION, DEADLINE, CLOSED }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "poll_id")
    private Poll poll;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "changed_by_id")
    private Member changedBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    private What what;

    @Column(name = "before_text", length = Poll.INTRO_LENGTH)
    private String before;

    @Column(name = "after_text", length = Poll.INTRO_LENGTH)
    private String after;

    protected PollChange() {
    }

    PollChange(Poll poll, What what, String before, String after, Member by, Instant now) {
        this.poll = poll;
        this.what = what;
        this.before = before;
        this.after = after;
        this.changedBy = by;
        this.changedAt = now;
    }

    public Poll getPoll() {
        return poll;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public Member getChangedBy() {
        return changedBy;
    }

    public What getWhat() {
        return what;
    }

    /** @return the words as they were; of a deadline the instant in ISO form; null where there were none */
    public String getBefore() {
        return before;
    }

    public String getAfter() {
        return after;
    }
}

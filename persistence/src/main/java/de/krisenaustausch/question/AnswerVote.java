package de.krisenaustausch.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That an answer helped a member. Written and taken back past entities, so that two clicks at once make one row. */
@Entity
@Table(name = "answer_vote")
@IdClass(AnswerVote.Key.class)
public class AnswerVote {

    @Id
    @Column(name = "answer_id", nullable = false)
    private long answerId;

    @Id
    @Column(name = "member_id", nullable = false)
    private long memberId;

    @Column(name = "voted_at", nullable = false)
    private Instant votedAt;

    protected AnswerVote() {
    }

    /** The pair is the identity. */
    public static final class Key implements Serializable {

        private long answerId;
        private long memberId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && answerId == that.answerId && memberId == that.memberId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * answerId + memberId);
        }
    }
}

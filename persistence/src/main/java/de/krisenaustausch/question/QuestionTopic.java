package de.krisenaustausch.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * A question under one of its topics: what the list by topic reads, in its order. It is written as one of the
 * question's topics; the database adds space and time from the question, and follows it into another space.
 */
@Entity
@Table(name = "question_topic")
@IdClass(QuestionTopic.Key.class)
public class QuestionTopic {

    @Id
    @Column(name = "question_id", nullable = false)
    private long questionId;

    @Id
    @Column(name = "topic_id", nullable = false)
    private long topicId;

    @Column(name = "space_id", nullable = false, insertable = false, updatable = false)
    private long spaceId;

    @Column(name = "asked_at", nullable = false, insertable = false, updatable = false)
    private Instant askedAt;

    protected QuestionTopic() {
    }

    /** The pair is the identity. */
    public static final class Key implements Serializable {

        private long questionId;
        private long topicId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && questionId == that.questionId && topicId == that.topicId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * questionId + topicId);
        }
    }
}

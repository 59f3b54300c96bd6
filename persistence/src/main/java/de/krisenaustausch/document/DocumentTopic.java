package de.krisenaustausch.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * A document under one of its topics: what the list by topic reads, in its order. It is written as one of the
 * document's topics; the database adds space and time from the document.
 */
@Entity
@Table(name = "document_topic")
@IdClass(DocumentTopic.Key.class)
public class DocumentTopic {

    @Id
    @Column(name = "document_id", nullable = false)
    private long documentId;

    @Id
    @Column(name = "topic_id", nullable = false)
    private long topicId;

    @Column(name = "space_id", nullable = false, insertable = false, updatable = false)
    private long spaceId;

    @Column(name = "shared_at", nullable = false, insertable = false, updatable = false)
    private Instant sharedAt;

    protected DocumentTopic() {
    }

    /** The pair is the identity. */
    public static final class Key implements Serializable {

        private long documentId;
        private long topicId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && documentId == that.documentId && topicId == that.topicId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * documentId + topicId);
        }
    }
}

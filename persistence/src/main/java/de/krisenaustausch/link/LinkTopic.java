package de.krisenaustausch.link;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * A link under one of its topics: what the list by topic reads, in its order. It is written as one of the
 * link's topics; the database adds space and time from the link.
 */
@Entity
@Table(name = "link_topic")
@IdClass(LinkTopic.Key.class)
public class LinkTopic {

    @Id
    @Column(name = "link_id", nullable = false)
    private long linkId;

    @Id
    @Column(name = "topic_id", nullable = false)
    private long topicId;

    @Column(name = "space_id", nullable = false, insertable = false, updatable = false)
    private long spaceId;

    @Column(name = "shared_at", nullable = false, insertable = false, updatable = false)
    private Instant sharedAt;

    protected LinkTopic() {
    }

    /** The pair is the identity. */
    public static final class Key implements Serializable {

        private long linkId;
        private long topicId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && linkId == that.linkId && topicId == that.topicId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * linkId + topicId);
        }
    }
}

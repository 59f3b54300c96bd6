package de.krisenaustausch.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A document that came with a question; it has a life of its own, and is known here by its id only. Written past entities, once however often it is attached. */
@Entity
@Table(name = "question_document")
@IdClass(Attachment.Key.class)
public class Attachment {

    @Id
    @Column(name = "question_id", nullable = false)
    private long questionId;

    @Id
    @Column(name = "document_id", nullable = false)
    private long documentId;

    protected Attachment() {
    }

    /** The pair is the identity. */
    public static final class Key implements Serializable {

        private long questionId;
        private long documentId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && questionId == that.questionId && documentId == that.documentId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(31 * questionId + documentId);
        }
    }
}

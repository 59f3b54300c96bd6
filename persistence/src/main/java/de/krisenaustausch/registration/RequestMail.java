package de.krisenaustausch.registration;

import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A mail that belongs to a request, ours or hers: an answer to it completes that request, and hers is read once. */
@Entity
@Table(name = "access_request_mail")
public class RequestMail extends VersionedEntity {

    public static final int MESSAGE_ID_LENGTH = 250;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private AccessRequest request;

    @Column(name = "message_id", nullable = false, length = MESSAGE_ID_LENGTH)
    private String messageId;

    protected RequestMail() {
    }

    /** @param messageId with its angle brackets, as in the header */
    public RequestMail(AccessRequest request, String messageId) {
        this.request = request;
        this.messageId = Text.required(messageId, MESSAGE_ID_LENGTH, "field.messageId");
    }

    public AccessRequest getRequest() {
        return request;
    }

    public String getMessageId() {
        return messageId;
    }
}

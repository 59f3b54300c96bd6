package de.krisenaustausch.registration;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/** Who asked whom into a space: the invited one finds it open when she comes in by her personal link. */
@Entity
public class Invitation extends VersionedEntity {

    public static final int BATCH_LENGTH = 36;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private AccessRequest request;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "invited_by_id")
    private Member invitedBy;

    @Column(length = BATCH_LENGTH)
    private String batch;

    @Column(name = "invited_at", nullable = false)
    private Instant invitedAt;

    protected Invitation() {
    }

    /** @param batch what the invitations of one list have in common; null for a single one */
    public Invitation(Space space, AccessRequest request, Member invitedBy, String batch, Instant now) {
        this.space = space;
        this.request = request;
        this.invitedBy = invitedBy;
        this.batch = batch;
        this.invitedAt = now;
    }

    public Space getSpace() {
        return space;
    }

    public AccessRequest getRequest() {
        return request;
    }

    public Member getInvitedBy() {
        return invitedBy;
    }

    public String getBatch() {
        return batch;
    }

    public Instant getInvitedAt() {
        return invitedAt;
    }
}

package de.krisenaustausch.registration;

import de.krisenaustausch.shared.Sha256;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A link that stands for a person: CONFIRM shows that the address is hers and opens the form, ENTER lets her in. Issued
 * with a mail, used once, or replaced by the next one, revoked, or over after its days. Whose form used it is noted, so
 * that the same form sent twice does no harm and anybody else's finds it used.
 */
@Entity
@Table(name = "personal_link")
public class PersonalLink extends VersionedEntity {

    /** What the link is good for. */
    public enum Purpose { CONFIRM, ENTER }

    /** How it is with the link at a moment. */
    public enum State { VALID, USED, REVOKED, EXPIRED }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private AccessRequest request;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 7)
    private Purpose purpose;

    @Column(name = "token_hash", nullable = false, length = Sha256.LENGTH)
    private String tokenHash;

    @Column(name = "issued_at", nullable = false)
    private Instant issuedAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "used_by", length = Sha256.LENGTH)
    private String usedBy;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    protected PersonalLink() {
    }

    /** @param tokenHash SHA-256 of the secret in the link */
    public PersonalLink(AccessRequest request, Purpose purpose, Sha256 tokenHash, Instant now, Duration life) {
        this.request = request;
        this.purpose = purpose;
        this.tokenHash = tokenHash.hex();
        this.issuedAt = now;
        this.expiresAt = now.plus(life);
    }

    /** @return how it is with the link; what was used stays used, whatever came later */
    public State state(Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
    }

    /**
     * Uses it up.
     *
     * @param form what tells the form that was sent from any other, hashed
     * @return whether it may go on: it was valid, or this very form used it
     */
    public boolean use(Sha256 form, Instant now) {
        if (state(now) == State.VALID) {
            usedAt = now;
            usedBy = form.hex();
            return true;
        }
        return state(now) == State.USED && form.hex().equals(usedBy);
    }

    public void revoke(Instant now) {
        if (usedAt == null && revokedAt == null) {
            revokedAt = now;
        }
    }

    public AccessRequest getRequest() {
        return request;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public Instant getExpiresAt() {
        return expiresAt;
    }
}

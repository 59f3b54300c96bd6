package de.krisenaustausch.audit;

import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One administrative act: who, what, about whom, when, from where. Written in the transaction of the act and never again
 * touched; the database refuses to change or delete it. Names are copied, so that it reads the same when people are gone.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry extends VersionedEntity {

    public static final int ACTION_LENGTH = 40;
    public static final int ABOUT_LENGTH = 254;
    public static final int DETAILS_LENGTH = 1000;
    /** An IPv6 address with an IPv4 one inside. */
    public static final int ADDRESS_LENGTH = 45;

    @Column(name = "recorded_at", nullable = false)
    private Instant recordedAt;

    @Column(name = "actor_subject", length = 64)
    private String actorSubject;

    @Column(nullable = false, length = EmailAddress.LENGTH)
    private String actor;

    @Column(nullable = false, length = ACTION_LENGTH)
    private String action;

    @Column(length = ABOUT_LENGTH)
    private String about;

    @Column(length = DETAILS_LENGTH)
    private String details;

    @Column(length = ADDRESS_LENGTH)
    private String address;

    protected AuditEntry() {
    }

    /**
     * @param actorSubject the token's {@code sub}; null when the portal acted by itself
     * @param actor name as people know it
     * @param action key of a sentence in the bundles, {@code audit.…}
     * @param about whom or what it was done to, may be null
     * @param details what else matters, may be null; cut where it is too long
     * @param address where the request came from, may be null
     */
    public AuditEntry(String actorSubject, String actor, String action, String about, String details, String address, Instant now) {
        this.recordedAt = now;
        this.actorSubject = actorSubject;
        this.actor = beginning(actor, EmailAddress.LENGTH);
        this.action = Text.required(action, ACTION_LENGTH, "field.action");
        this.about = beginning(about, ABOUT_LENGTH);
        this.details = beginning(details, DETAILS_LENGTH);
        this.address = beginning(address, ADDRESS_LENGTH);
    }

    private static String beginning(String text, int length) {
        String line = Text.oneLine(text);
        return line == null || line.length() <= length ? line : line.substring(0, length);
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    public String getActorSubject() {
        return actorSubject;
    }

    public String getActor() {
        return actor;
    }

    public String getAction() {
        return action;
    }

    public String getAbout() {
        return about;
    }

    public String getDetails() {
        return details;
    }

    public String getAddress() {
        return address;
    }
}

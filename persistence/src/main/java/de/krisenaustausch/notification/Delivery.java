package de.krisenaustausch.notification;

import de.krisenaustausch.member.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * One mail to one person about one event; the pair is unique, so a redelivered event sends nothing twice. Queued at
 * fan-out, then sent, skipped (she may no longer see it, or wants no more post), or failed for good after its tries.
 */
@Entity
public class Delivery extends OutgoingMail {

    public static final int EVENT_LENGTH = 80;

    @Column(nullable = false, length = EVENT_LENGTH)
    private String event;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    protected Delivery() {
    }

    /** @param event what happened, with its id: {@code DocumentShared:4711} */
    public Delivery(String event, Member member, Instant now) {
        super(now);
        this.event = event;
        this.member = member;
    }

    public String getEvent() {
        return event;
    }

    public Member getMember() {
        return member;
    }
}

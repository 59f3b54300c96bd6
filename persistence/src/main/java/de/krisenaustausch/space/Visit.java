package de.krisenaustausch.space;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * When a member last looked into a space. Looks less than half an hour apart are one visit; "new" is what came after
 * the visit before this one, so that it stays marked while she reads.
 */
@Entity
@Table(name = "space_visit")
public class Visit extends VersionedEntity {

    private static final Duration PAUSE = Duration.ofMinutes(30);
    private static final Duration GRAIN = Duration.ofMinutes(5);

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "new_since", nullable = false)
    private Instant newSince;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    protected Visit() {
    }

    /** The first visit: nothing is new yet. */
    public Visit(Space space, Member member, Instant now) {
        this.space = space;
        this.member = member;
        this.newSince = now;
        this.seenAt = now;
    }

    /** @return whether a look now is worth a write: every five minutes at most */
    public boolean isStale(Instant now) {
        return seenAt.plus(GRAIN).isBefore(now);
    }

    /** The member looks again. */
    public void look(Instant now) {
        if (seenAt.plus(PAUSE).isBefore(now)) {
            newSince = seenAt;
        }
        seenAt = now;
    }

    public Instant getNewSince() {
        return newSince;
    }
}

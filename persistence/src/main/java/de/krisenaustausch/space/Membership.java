package de.krisenaustausch.space;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;

/**
 * A member in a space: requested or invited first where the space is not open, then active, as member or moderator.
 * Leaving and refusing delete the row.
 */
@Entity
public class Membership extends VersionedEntity {

    /** What the member may do in the space. */
    public enum Role { MEMBER, MODERATOR }

    /** How far the way into the space has come. */
    public enum State { REQUESTED, INVITED, ACTIVE }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Role role;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private State state;

    @Column(nullable = false)
    private Instant since;

    protected Membership() {
    }

    private Membership(Space space, Member member, Role role, State state, Instant now) {
        this.space = space;
        this.member = member;
        this.role = role;
        this.state = state;
        this.since = now;
    }

    /** The member comes by herself: at once into an open space, as a request otherwise. */
    public static Membership join(Space space, Member member, Instant now) {
        State state = space.getVisibility() == Visibility.ALL_MEMBERS ? State.ACTIVE : State.REQUESTED;
        return new Membership(space, member, Role.MEMBER, state, now);
    }

    /** A moderator asks the member in. */
    public static Membership invite(Space space, Member member, Instant now) {
        return new Membership(space, member, Role.MEMBER, State.INVITED, now);
    }

    /** An administrator entrusts the space to the member. */
    public static Membership moderate(Space space, Member member, Instant now) {
        return new Membership(space, member, Role.MODERATOR, State.ACTIVE, now);
    }

    /** A moderator grants the request, or the invited member accepts. */
    public void activate(Instant now) {
        if (state != State.ACTIVE) {
            state = State.ACTIVE;
            since = now;
        }
    }

    public void promote() {
        role = Role.MODERATOR;
        state = State.ACTIVE;
    }

    public void demote() {
        role = Role.MEMBER;
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    public boolean isModerator() {
        return isActive() && role == Role.MODERATOR;
    }

    public Space getSpace() {
        return space;
    }

    public Member getMember() {
        return member;
    }

    public Role getRole() {
        return role;
    }

    public State getState() {
        return state;
    }

    public Instant getSince() {
        return since;
    }
}

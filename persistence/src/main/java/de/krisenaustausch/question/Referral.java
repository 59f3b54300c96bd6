package de.krisenaustausch.question;

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

/** That a question which waited was handed to a member, and what she said: each is asked once about the same question. */
@Entity
public class Referral extends VersionedEntity {

    /** What the member said. */
    public enum Reply {
        /** "Bin dran": she answers. */
        ON_IT,
        /** "Kann ich nicht": others are to be asked. */
        PASSED
    }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "question_id")
    private Question question;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Stage stage;

    @Column(name = "referred_at", nullable = false)
    private Instant referredAt;

    @Enumerated(EnumType.STRING)
    @Column(length = 6)
    private Reply reply;

    @Column(name = "replied_at")
    private Instant repliedAt;

    protected Referral() {
    }

    public Referral(Question question, Member member, Stage stage, Instant now) {
        this.question = question;
        this.member = member;
        this.stage = stage;
        this.referredAt = now;
    }

    /** Takes down what the member says; she may think better of it. */
    public void reply(Reply said, Instant now) {
        reply = said;
        repliedAt = now;
    }

    public Question getQuestion() {
        return question;
    }

    public Member getMember() {
        return member;
    }

    public Stage getStage() {
        return stage;
    }

    public Instant getReferredAt() {
        return referredAt;
    }

    /** @return what the member said, or null */
    public Reply getReply() {
        return reply;
    }

    public Instant getRepliedAt() {
        return repliedAt;
    }
}

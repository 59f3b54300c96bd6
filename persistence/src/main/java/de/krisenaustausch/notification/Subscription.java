package de.krisenaustausch.notification;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * A member follows a space, or one topic in it. There is one row for each, so that unsubscribing sticks: OFF is kept,
 * and wins over a subscription to the whole space when it stands for a topic.
 */
@Entity
public class Subscription extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "topic_id")
    private Topic topic;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private Frequency frequency;

    protected Subscription() {
    }

    /** @param topic null for the whole space */
    public Subscription(Member member, Space space, Topic topic, Frequency frequency) {
        this.member = member;
        this.space = space;
        this.topic = topic;
        this.frequency = frequency;
    }

    public void change(Frequency newFrequency) {
        frequency = newFrequency;
    }

    public Member getMember() {
        return member;
    }

    public Space getSpace() {
        return space;
    }

    public Topic getTopic() {
        return topic;
    }

    public Frequency getFrequency() {
        return frequency;
    }
}

package de.krisenaustausch.question;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A member who knows about a topic of a space: named by its moderators, asked when a question waits too long. */
@Entity
@Table(name = "topic_expert")
public class TopicExpert extends VersionedEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "space_id")
    private Space space;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "topic_id")
    private Topic topic;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id")
    private Member member;

    @Column(name = "appointed_at", nullable = false)
    private Instant appointedAt;

    protected TopicExpert() {
    }

    public TopicExpert(Space space, Topic topic, Member member, Instant now) {
        this.space = space;
        this.topic = topic;
        this.member = member;
        this.appointedAt = now;
    }

    public Space getSpace() {
        return space;
    }

    public Topic getTopic() {
        return topic;
    }

    public Member getMember() {
        return member;
    }
}

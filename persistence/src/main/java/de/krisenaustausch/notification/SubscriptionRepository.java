package de.krisenaustausch.notification;

import de.krisenaustausch.space.Space;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds and keeps what members follow. */
@ApplicationScoped
public class SubscriptionRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return the subscription with its space and topic, in one statement */
    public Optional<Subscription> find(long id) {
        return em.createQuery("select s from Subscription s join fetch s.space left join fetch s.topic where s.id = :id", Subscription.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /** @return all that the member ever followed, in one statement */
    public List<Subscription> ofMember(long memberId) {
        return em.createQuery("select s from Subscription s join fetch s.space left join fetch s.topic where s.member.id = :member", Subscription.class)
            .setParameter("member", memberId).getResultList();
    }

    /** @return what the member follows in the space: the space itself, topics of it */
    public List<Subscription> ofMember(long memberId, long spaceId) {
        return em.createQuery("select s from Subscription s left join fetch s.topic where s.member.id = :member and s.space.id = :space", Subscription.class)
            .setParameter("member", memberId).setParameter("space", spaceId).getResultList();
    }

    /** @return the spaces that the member belongs to or follows, by name, with their topics, in two statements */
    public List<Space> spacesOf(long memberId) {
        return em.createQuery("""
                select s from Space s
                where exists (select 1 from Membership m where m.space = s and m.member.id = :member
                              and m.state = de.krisenaustausch.space.Membership.State.ACTIVE)
                   or exists (select 1 from Subscription f where f.space = s and f.member.id = :member)
                order by s.name, s.id""", Space.class)
            .setParameter("member", memberId)
            .setHint("eclipselink.batch", "s.topics").setHint("eclipselink.batch.type", "IN")
            .getResultList();
    }

    /** Notes the choice, past the entity: two clicks at the same moment make one row. @param topicId null for the whole space */
    public void put(long memberId, long spaceId, Long topicId, Frequency frequency) {
        em.createNativeQuery("""
                insert into subscription (id, version, member_id, space_id, topic_id, frequency)
                values (nextval('ka_seq'), 1, ?1, ?2, cast(?3 as bigint), ?4)
                on conflict (member_id, space_id, topic_id)
                do update set frequency = excluded.frequency, version = subscription.version + 1""")
            .setParameter(1, memberId).setParameter(2, spaceId).setParameter(3, topicId == null ? null : topicId.toString())
            .setParameter(4, frequency.name()).executeUpdate();
    }

    /** The topic no longer has a choice of its own: the space's holds. */
    public void dropTopic(long memberId, long spaceId, long topicId) {
        em.createQuery("delete from Subscription s where s.member.id = :member and s.space.id = :space and s.topic.id = :topic")
            .setParameter("member", memberId).setParameter("space", spaceId).setParameter("topic", topicId).executeUpdate();
    }

    /** Turns everything off that the member follows, in one statement. @return how many subscriptions changed */
    public int stopAll(long memberId) {
        return em.createNativeQuery("update subscription set frequency = 'OFF', version = version + 1 where member_id = ?1 and frequency <> 'OFF'")
            .setParameter(1, memberId).executeUpdate();
    }
}

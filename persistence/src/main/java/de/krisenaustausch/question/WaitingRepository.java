package de.krisenaustausch.question;

import de.krisenaustausch.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds questions that wait, those who could answer them, and keeps whom they were handed to. */
@ApplicationScoped
public class WaitingRepository {

    /** No space waits for less. */
    private static final Duration SHORTEST = Duration.ofHours(1);
    /** Who sees into the question's space, is not blocked, did not ask it, and was not asked about it before. */
    private static final String CAN_BE_ASKED = """
        select p.* from member p join question q on q.id = ?1
        where not p.blocked and p.id <> q.asked_by_id and %s
          and exists (select 1 from membership m where m.space_id = q.space_id and m.member_id = p.id and m.state = 'ACTIVE'%s)
          and not exists (select 1 from referral r where r.question_id = q.id and r.member_id = p.id)
        order by p.id""";

    @PersistenceContext
    private EntityManager em;

    /** @return ids of open questions without an answer that waited as long as their space lets them, the longest first */
    public List<Long> due(Instant now, int limit) {
        List<?> ids = em.createNativeQuery("""
                select q.id from question q join space s on s.id = q.space_id
                where q.deleted_at is null and q.state = 'OPEN' and q.answer_count = 0 and q.stage <> 'MODERATORS'
                  and q.staged_at <= ?2 and q.staged_at + s.wait_hours * interval '1 hour' <= ?1
                order by q.staged_at, q.id limit ?3""")
            .setParameter(1, Timestamp.from(now)).setParameter(2, Timestamp.from(now.minus(SHORTEST))).setParameter(3, limit).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Lets the question wait for others from now on. @return false when somebody else did so before, or it waits no more */
    public boolean advance(long questionId, Stage from, Stage to, Instant now) {
        return em.createNativeQuery("""
                update question set stage = ?3, staged_at = ?4
                where id = ?1 and stage = ?2 and deleted_at is null and state = 'OPEN' and answer_count = 0""")
            .setParameter(1, questionId).setParameter(2, from.name()).setParameter(3, to.name()).setParameter(4, Timestamp.from(now)).executeUpdate() == 1;
    }

    /** Begins to count anew: somebody is on it. */
    public void wait(long questionId, Instant now) {
        em.createNativeQuery("update question set staged_at = ?2 where id = ?1 and stage <> 'MODERATORS'")
            .setParameter(1, questionId).setParameter(2, Timestamp.from(now)).executeUpdate();
    }

    /** @return experts of the question's topics that can still be asked */
    public List<Member> experts(long questionId) {
        return asked(questionId, CAN_BE_ASKED.formatted("exists (select 1 from topic_expert e join question_topic t on t.topic_id = e.topic_id "
            + "where e.space_id = q.space_id and t.question_id = q.id and e.member_id = p.id)", ""));
    }

    /** @return those who moderate the question's space and can still be asked */
    public List<Member> moderators(long questionId) {
        return asked(questionId, CAN_BE_ASKED.formatted("true", " and m.role = 'MODERATOR'"));
    }

    private List<Member> asked(long questionId, String sql) {
        List<?> members = em.createNativeQuery(sql, Member.class).setParameter(1, questionId).getResultList();
        return members.stream().map(Member.class::cast).toList();
    }

    /** @return whom the question was handed to and what they said, the first asked first, in one statement */
    public List<Referral> referrals(long questionId) {
        return em.createQuery("select r from Referral r join fetch r.member where r.question.id = :id order by r.referredAt, r.id", Referral.class)
            .setParameter("id", questionId).setHint("eclipselink.left-join-fetch", "r.member.municipality").getResultList();
    }

    public Optional<Referral> find(long questionId, long memberId) {
        return em.createQuery("select r from Referral r join fetch r.question where r.question.id = :question and r.member.id = :member", Referral.class)
            .setParameter("question", questionId).setParameter("member", memberId).getResultStream().findFirst();
    }

    /** @return whether somebody who was asked at that stage has not passed */
    public boolean isHeld(long questionId, Stage stage) {
        return em.createQuery("""
                select count(r) from Referral r where r.question.id = :question and r.stage = :stage
                  and (r.reply is null or r.reply <> de.krisenaustausch.question.Referral.Reply.PASSED)""", Long.class)
            .setParameter("question", questionId).setParameter("stage", stage).getSingleResult() > 0;
    }

    public void add(Referral referral) {
        em.persist(referral);
    }

    /** @return the space's experts by topic and name, in one statement */
    public List<TopicExpert> expertsOf(long spaceId) {
        return em.createQuery("select e from TopicExpert e join fetch e.topic t join fetch e.member p where e.space.id = :space order by t.name, p.familyName, e.id", TopicExpert.class)
            .setParameter("space", spaceId).setHint("eclipselink.left-join-fetch", "e.member.municipality").getResultList();
    }

    public Optional<TopicExpert> findExpert(long id) {
        return Optional.ofNullable(em.find(TopicExpert.class, id));
    }

    /** @return active members of the space with that address or full name, in any case */
    public List<Member> membersNamed(long spaceId, String words, int limit) {
        return em.createQuery("""
                select p from Member p where p.blocked = false
                  and (lower(p.email) = :words or lower(concat(p.givenName, ' ', p.familyName)) = :words)
                  and exists (select 1 from Membership m where m.member = p and m.space.id = :space
                              and m.state = de.krisenaustausch.space.Membership.State.ACTIVE)
                order by p.id""", Member.class)
            .setParameter("space", spaceId).setParameter("words", words.toLowerCase(java.util.Locale.GERMAN)).setMaxResults(limit).getResultList();
    }

    public void add(TopicExpert expert) {
        em.persist(expert);
    }

    public void remove(TopicExpert expert) {
        em.remove(expert);
    }
}

package de.krisenaustausch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps mails to single addresses until they are sent. */
@ApplicationScoped
public class SingleMailRepository {

    private static final String DUE = """
        select id from single_mail where state = 'QUEUED' and next_attempt_at <= ?1
        order by next_attempt_at, id limit ?2 for update skip locked""";

    @PersistenceContext
    private EntityManager em;

    public void add(SingleMail mail) {
        em.persist(mail);
    }

    public Optional<SingleMail> find(long id) {
        return Optional.ofNullable(em.find(SingleMail.class, id));
    }

    public Optional<SingleMail> findByOccasion(String occasion) {
        return em.createQuery("select s from SingleMail s where s.occasion = :occasion", SingleMail.class)
            .setParameter("occasion", occasion).getResultStream().findFirst();
    }

    public List<SingleMail> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : em.createQuery("select s from SingleMail s where s.id in :ids order by s.id", SingleMail.class).setParameter("ids", ids).getResultList();
    }

    /** Takes mails that are due for itself: nobody else takes them before {@code until}. */
    public List<SingleMail> claim(Instant now, Instant until, int limit) {
        List<?> due = em.createNativeQuery(DUE).setParameter(1, Timestamp.from(now)).setParameter(2, limit).getResultList();
        List<SingleMail> mails = find(due.stream().map(id -> ((Number) id).longValue()).toList());
        mails.forEach(mail -> mail.claim(until));
        return mails;
    }

    /** @return one that should have been sent before that moment, if any: its message got lost or its time has come */
    public Optional<Long> late(Instant before) {
        return em.createQuery("select s.id from SingleMail s where s.state = de.krisenaustausch.notification.OutgoingMail.State.QUEUED and s.nextAttemptAt <= :before order by s.nextAttemptAt",
            Long.class).setParameter("before", before).setMaxResults(1).getResultStream().findFirst();
    }

    /** Lets everything that failed be tried again. @return what that is */
    public List<Long> retryFailed(Instant now) {
        List<?> again = em.createNativeQuery("""
                with again as (
                  update single_mail set state = 'QUEUED', attempts = 0, done_at = null, next_attempt_at = ?1, version = version + 1
                  where state = 'FAILED' returning id)
                select id from again""").setParameter(1, Timestamp.from(now)).getResultList();
        return again.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Forgets mails that were done with before that moment. @return how many */
    public int forget(Instant before) {
        return em.createNativeQuery("delete from single_mail where state in ('SENT', 'SKIPPED', 'FAILED') and done_at < ?1")
            .setParameter(1, Timestamp.from(before)).executeUpdate();
    }
}

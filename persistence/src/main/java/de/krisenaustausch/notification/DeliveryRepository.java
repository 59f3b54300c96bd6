package de.krisenaustausch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds recipients and keeps account of their mails. All that goes over many rows is one statement, whether ten people
 * follow a space or ten thousand.
 */
@ApplicationScoped
public class DeliveryRepository {

    /**
     * Who wants to hear at once of the document ?2 in the space ?1, and by which subscription. A choice for one of its
     * topics decides before that for the space: at once if one of them says so, else not.
     */
    private static final String CHOICE = """
        select s.member_id,
          coalesce(min(s.id) filter (where s.topic_id is not null and s.frequency = 'IMMEDIATELY'),
                   min(s.id) filter (where s.topic_id is null)) as subscription_id
        from subscription s
        where s.space_id = ?1 %s
          and (s.topic_id is null or s.topic_id in (select t.topic_id from document_topic t where t.document_id = ?2))
        group by s.member_id
        having case when bool_or(s.topic_id is not null) then bool_or(s.topic_id is not null and s.frequency = 'IMMEDIATELY')
                    else bool_or(s.frequency = 'IMMEDIATELY') end""";

    /** Whether the member m may see into the space ?1. */
    private static final String MAY_READ = """
        exists (select 1 from space p where p.id = ?1 and (p.visibility = 'ALL_MEMBERS'
          or exists (select 1 from membership b where b.space_id = p.id and b.member_id = m.id and b.state = 'ACTIVE')
          or (p.for_association and exists (select 1 from member_association a where a.member_id = m.id and a.association_id = p.association_id))))""";

    private static final String FAN_OUT = """
        insert into delivery (id, version, event, member_id, state, attempts, queued_at, next_attempt_at)
        select nextval('ka_seq'), 1, ?3, m.id, 'QUEUED', 0, ?4, ?4
        from (%s) choice join member m on m.id = choice.member_id
        where m.id <> ?5 and not m.blocked and %s
        on conflict do nothing""".formatted(CHOICE.formatted(""), MAY_READ);

    private static final String CLAIM = """
        with due as (
          select id from delivery where event = ?3 and state = 'QUEUED' and next_attempt_at <= ?4
          order by next_attempt_at, id limit ?6 for update skip locked),
        claimed as (
          update delivery d set next_attempt_at = ?5, version = d.version + 1 from due where d.id = due.id
          returning d.id, d.member_id),
        choice as (%s)
        select c.id, m.id, m.email, trim(concat(m.given_name, ' ', m.family_name)), coalesce(choice.subscription_id, 0), t.name,
          choice.subscription_id is not null and not m.blocked and %s
        from claimed c join member m on m.id = c.member_id
        left join choice on choice.member_id = m.id
        left join subscription f on f.id = choice.subscription_id
        left join topic t on t.id = f.topic_id
        order by c.id""".formatted(CHOICE.formatted("and s.member_id in (select member_id from claimed)"), MAY_READ);

    /** A mark that a crash of the database's machine may lose costs one mail sent twice; waiting for the disk would cost all of them time. */
    private static final String SENT = """
        update delivery set state = 'SENT', done_at = ?2, last_error = null, version = version + 1
        where id = ?1 and set_config('synchronous_commit', 'off', true) = 'off'""";

    private static final String WAKE = """
        with late as (
          select id from delivery where state = 'QUEUED' and next_attempt_at <= ?1 order by next_attempt_at limit 50000 for update skip locked),
        woken as (
          update delivery d set next_attempt_at = ?2, version = d.version + 1 from late where d.id = late.id returning d.event)
        select event, count(*) from woken group by event order by event""";

    private static final String RETRY_FAILED = """
        with again as (
          update delivery set state = 'QUEUED', attempts = 0, done_at = null, next_attempt_at = ?1, version = version + 1
          where state = 'FAILED' returning event)
        select event, count(*) from again group by event order by event""";

    @PersistenceContext
    private EntityManager em;

    /** @return what a mail says of the document; empty when it is gone or in the bin */
    public Optional<Announcement> announcement(long documentId) {
        return em.createQuery("""
                select new de.krisenaustausch.notification.Announcement(d.id, d.title, d.description, t.name, s.id, s.slug, s.name,
                  u.id, u.givenName, u.familyName, m.name)
                from Document d join d.type t join d.space s join d.sharedBy u join d.municipality m
                where d.id = :id and d.deletedAt is null""", Announcement.class)
            .setParameter("id", documentId).getResultStream().findFirst();
    }

    /** @return whether a file of the document may leave the portal: then it may be announced */
    public boolean isReleased(long documentId) {
        return em.createQuery("""
                select count(v) from DocumentVersion v where v.document.id = :id and v.checkState in
                (de.krisenaustausch.document.CheckState.CLEAN, de.krisenaustausch.document.CheckState.UNCHECKED)""", Long.class)
            .setParameter("id", documentId).getSingleResult() > 0;
    }

    /** Queues one mail for everybody who wants to hear of the document; again: for nobody twice. @return how many were queued now */
    public int fanOut(String event, Announcement announcement, Instant now) {
        return em.createNativeQuery(FAN_OUT)
            .setParameter(1, announcement.spaceId()).setParameter(2, announcement.documentId()).setParameter(3, event)
            .setParameter(4, Timestamp.from(now)).setParameter(5, announcement.sharerId()).executeUpdate();
    }

    /** @return whether anybody gets mail of this event, whatever became of it */
    public boolean isKnown(String event) {
        return !em.createNativeQuery("select 1 from delivery where event = ?1 limit 1").setParameter(1, event).getResultList().isEmpty();
    }

    /**
     * Takes waiting mails of one event for itself: nobody else takes them before {@code until}. Asks again, for all of
     * them at once, who may still see the document and still wants such mail.
     */
    @SuppressWarnings("unchecked")
    public List<Addressee> claim(String event, Announcement announcement, Instant now, Instant until, int limit) {
        List<Object[]> rows = em.createNativeQuery(CLAIM)
            .setParameter(1, announcement.spaceId()).setParameter(2, announcement.documentId()).setParameter(3, event)
            .setParameter(4, Timestamp.from(now)).setParameter(5, Timestamp.from(until)).setParameter(6, limit).getResultList();
        return rows.stream().map(row -> new Addressee(number(row[0]), number(row[1]), (String) row[2], (String) row[3],
            number(row[4]), (String) row[5], Boolean.TRUE.equals(row[6]))).toList();
    }

    /** Marks one mail as sent. */
    public void markSent(long id, Instant now) {
        em.createNativeQuery(SENT).setParameter(1, id).setParameter(2, Timestamp.from(now)).executeUpdate();
    }

    /** Gives up all that waits for this event: its document is gone. @return how many */
    public int skipAll(String event, Instant now) {
        return em.createNativeQuery("update delivery set state = 'SKIPPED', done_at = ?2, version = version + 1 where event = ?1 and state = 'QUEUED'")
            .setParameter(1, event).setParameter(2, Timestamp.from(now)).executeUpdate();
    }

    public Optional<Delivery> find(long id) {
        return Optional.ofNullable(em.find(Delivery.class, id));
    }

    /** @return these mails, to change them by their verbs */
    public List<Delivery> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : em.createQuery("select d from Delivery d where d.id in :ids", Delivery.class).setParameter("ids", ids).getResultList();
    }

    /** Takes up what is late: postponed, or left behind by a server that died. @return how many mails of which event are due now */
    public Map<String, Long> wake(Instant late, Instant now) {
        return perEvent(em.createNativeQuery(WAKE).setParameter(1, Timestamp.from(late)).setParameter(2, Timestamp.from(now)).getResultList());
    }

    /** Lets everything that failed be tried again. @return how many mails of which event */
    public Map<String, Long> retryFailed(Instant now) {
        return perEvent(em.createNativeQuery(RETRY_FAILED).setParameter(1, Timestamp.from(now)).getResultList());
    }

    /** Forgets mails that were done with before that moment: whom we wrote what is nobody's business for ever. @return how many */
    public int forget(Instant before) {
        return em.createNativeQuery("delete from delivery where state in ('SENT', 'SKIPPED') and done_at < ?1")
            .setParameter(1, Timestamp.from(before)).executeUpdate();
    }

    private static Map<String, Long> perEvent(List<?> rows) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Object row : rows) {
            counts.put((String) ((Object[]) row)[0], number(((Object[]) row)[1]));
        }
        return counts;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

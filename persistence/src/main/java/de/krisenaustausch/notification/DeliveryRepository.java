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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds recipients and keeps account of their mails. All that goes over many rows is one statement, whether ten people
 * follow a space or ten thousand.
 */
@ApplicationScoped
public class DeliveryRepository {

    private static final Map<String, News> NEWS = Stream.of(DocumentNews.SHARED, LinkNews.SHARED, LinkNews.DIED, QuestionNews.ASKED, QuestionNews.ANSWERED, QuestionNews.ACCEPTED,
        QuestionNews.FOR_EXPERTS, QuestionNews.FOR_MODERATORS, PollNews.PUBLISHED, PollNews.CLOSING, PollNews.CLOSED)
        .collect(Collectors.toUnmodifiableMap(News::kind, Function.identity()));

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

    /**
     * @param event what happened, with an id: {@code DocumentShared:4711}
     * @return what a mail says of it; empty when there is no such row (yet), or nobody is told of such events
     */
    public Optional<Announcement> announcement(String event) {
        return Optional.ofNullable(NEWS.get(kind(event))).flatMap(news -> {
            List<?> rows = em.createNativeQuery(news.telling()).setParameter(1, Long.parseLong(event.substring(event.indexOf(':') + 1))).getResultList();
            return rows.stream().map(row -> announcement(event, news, (Object[]) row)).findFirst();
        });
    }

    /** @return whether anybody is told of such events at all */
    public static boolean isTold(String event) {
        return NEWS.containsKey(kind(event));
    }

    private static String kind(String event) {
        return event.matches("\\w+:\\d{1,18}") ? event.substring(0, event.indexOf(':')) : "";
    }

    private static Announcement announcement(String event, News news, Object[] row) {
        return new Announcement(event, Announcement.State.valueOf((String) row[0]), (String) row[1], news.words((String) row[2]), (String) row[3], (String) row[4],
            number(row[5]), (String) row[6], (String) row[7], row[8] == null ? 0 : number(row[8]), (String) row[9], (String) row[10]);
    }

    /** Queues one mail for everybody whom it concerns; again: for nobody twice. @return how many were queued now */
    public int fanOut(Announcement announcement, Instant now) {
        return em.createNativeQuery(NEWS.get(announcement.kind()).fanOut())
            .setParameter(1, announcement.spaceId()).setParameter(2, announcement.id()).setParameter(3, announcement.event())
            .setParameter(4, Timestamp.from(now)).setParameter(5, announcement.actorId()).executeUpdate();
    }

    /** @return whether anybody gets mail of this event, whatever became of it */
    public boolean isKnown(String event) {
        return !em.createNativeQuery("select 1 from delivery where event = ?1 limit 1").setParameter(1, event).getResultList().isEmpty();
    }

    /**
     * Takes waiting mails of one event for itself: nobody else takes them before {@code until}. Asks again, for all of
     * them at once, who may still see what it tells of and still wants such mail.
     */
    @SuppressWarnings("unchecked")
    public List<Addressee> claim(Announcement announcement, Instant now, Instant until, int limit) {
        List<Object[]> rows = em.createNativeQuery(NEWS.get(announcement.kind()).claim())
            .setParameter(1, announcement.spaceId()).setParameter(2, announcement.id()).setParameter(3, announcement.event())
            .setParameter(4, Timestamp.from(now)).setParameter(5, Timestamp.from(until)).setParameter(6, limit).getResultList();
        return rows.stream().map(row -> new Addressee(number(row[0]), number(row[1]), (String) row[2], (String) row[3],
            number(row[4]), (String) row[5], (String) row[6], Boolean.TRUE.equals(row[7]))).toList();
    }

    /** Marks one mail as sent. */
    public void markSent(long id, Instant now) {
        em.createNativeQuery(SENT).setParameter(1, id).setParameter(2, Timestamp.from(now)).executeUpdate();
    }

    /** Gives up all that waits for this event: what it tells of is gone. @return how many */
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

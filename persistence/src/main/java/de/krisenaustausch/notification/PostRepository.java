package de.krisenaustausch.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How the post stands: mails to followers and letters to single people together, since to whoever looks after them they are all mails. */
@ApplicationScoped
public class PostRepository {

    private static final String TO_FOLLOWERS = """
        select new de.krisenaustausch.notification.PostRow(d.id, d.event, m.email, d.attempts, d.queuedAt, d.nextAttemptAt, d.lastError)
        from Delivery d join d.member m where d.state = :state and d.id < :before order by d.id desc""";

    private static final String LETTERS = """
        select new de.krisenaustausch.notification.PostRow(s.id, s.occasion, s.email, s.attempts, s.queuedAt, s.nextAttemptAt, s.lastError)
        from SingleMail s where s.state = :state and s.id < :before order by s.id desc""";

    @PersistenceContext
    private EntityManager em;

    /** How many wait, were sent today, failed for good. */
    public record Counts(long waiting, long sentToday, long failed) {
    }

    /** @param today when the day began @return in one statement */
    public Counts counts(Instant today) {
        Object[] row = (Object[]) em.createNativeQuery("""
                select (select count(*) from delivery where state = 'QUEUED') + (select count(*) from single_mail where state = 'QUEUED'),
                  (select count(*) from delivery where state in ('SENT', 'SKIPPED') and state = 'SENT' and done_at >= ?1)
                    + (select count(*) from single_mail where state in ('SENT', 'SKIPPED') and state = 'SENT' and done_at >= ?1),
                  (select count(*) from delivery where state = 'FAILED') + (select count(*) from single_mail where state = 'FAILED')""")
            .setParameter(1, Timestamp.from(today)).getSingleResult();
        return new Counts(number(row[0]), number(row[1]), number(row[2]));
    }

    public long countFailed() {
        return number(em.createNativeQuery(
            "select (select count(*) from delivery where state = 'FAILED') + (select count(*) from single_mail where state = 'FAILED')").getSingleResult());
    }

    /** @return mails in that state, the newest first, from that id on downwards, in two statements: both kinds have their ids from one sequence */
    public List<PostRow> list(OutgoingMail.State state, long before, int limit) {
        return Stream.of(TO_FOLLOWERS, LETTERS)
            .flatMap(kind -> em.createQuery(kind, PostRow.class).setParameter("state", state).setParameter("before", before).setMaxResults(limit).getResultStream())
            .sorted(Comparator.comparingLong(PostRow::id).reversed()).limit(limit).toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}

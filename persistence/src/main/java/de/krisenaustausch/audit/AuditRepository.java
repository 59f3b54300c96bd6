package de.krisenaustausch.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes and reads the audit log; there is nothing else to do with it. */
@ApplicationScoped
public class AuditRepository {

    @PersistenceContext
    private EntityManager em;

    /**
     * What the reader of the log looks for; each may be null.
     *
     * @param words part of the actor's name, or of whom or what it was about
     * @param from first moment
     * @param until first moment that is too late
     */
    public record Filter(String action, String words, Instant from, Instant until) {
    }

    public void add(AuditEntry entry) {
        em.persist(entry);
    }

    /** @return name of the member with that subject: the log knows no other room, so that all may write to it */
    public Optional<String> nameOf(String subject) {
        return em.createQuery("select concat(coalesce(m.givenName, ''), ' ', coalesce(m.familyName, ''), ' <', m.email, '>') from Member m where m.subject = :subject",
            String.class).setParameter("subject", subject).getResultStream().findFirst().map(String::strip);
    }

    /** @return entries that fit, the newest first, with smaller ids than {@code before} */
    public List<AuditEntry> list(Filter filter, long before, int limit) {
        StringBuilder jpql = new StringBuilder("select a from AuditEntry a where a.id < :before");
        if (filter.action() != null) {
            jpql.append(" and a.action = :action");
        }
        if (filter.words() != null) {
            jpql.append(" and (lower(a.actor) like :words escape '\\' or lower(a.about) like :words escape '\\')");
        }
        if (filter.from() != null) {
            jpql.append(" and a.recordedAt >= :from");
        }
        if (filter.until() != null) {
            jpql.append(" and a.recordedAt < :until");
        }
        TypedQuery<AuditEntry> query = em.createQuery(jpql + " order by a.id desc", AuditEntry.class).setParameter("before", before).setMaxResults(limit);
        if (filter.action() != null) {
            query.setParameter("action", filter.action());
        }
        if (filter.words() != null) {
            query.setParameter("words", "%" + filter.words().toLowerCase(java.util.Locale.GERMAN).replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        if (filter.from() != null) {
            query.setParameter("from", filter.from());
        }
        if (filter.until() != null) {
            query.setParameter("until", filter.until());
        }
        return query.getResultList();
    }

    /** @return every action that was ever recorded, for the filter */
    public List<String> actions() {
        return em.createQuery("select distinct a.action from AuditEntry a order by a.action", String.class).getResultList();
    }
}

package de.krisenaustausch.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds files that came in and wait for their description. */
@ApplicationScoped
public class UploadRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return those of the ids that this member sent, in the order she sent them; others are as if they were not there */
    public List<Upload> find(long memberId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : em.createQuery("select u from Upload u where u.member.id = :member and u.id in :ids order by u.id", Upload.class)
                .setParameter("member", memberId).setParameter("ids", ids).getResultList();
    }

    /** @return the upload, locked: of two who want to share it at the same moment the second finds nothing */
    public Optional<Upload> take(long memberId, long id) {
        return em.createQuery("select u from Upload u where u.member.id = :member and u.id = :id", Upload.class)
            .setParameter("member", memberId).setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst();
    }

    public List<Upload> olderThan(Instant moment, int limit) {
        return em.createQuery("select u from Upload u where u.uploadedAt < :moment order by u.id", Upload.class)
            .setParameter("moment", moment).setMaxResults(limit).getResultList();
    }

    public void add(Upload upload) {
        em.persist(upload);
    }

    public void remove(Upload upload) {
        em.remove(upload);
    }
}

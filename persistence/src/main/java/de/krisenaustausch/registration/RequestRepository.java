package de.krisenaustausch.registration;

import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds requests for access, their mails, and the links that were sent for them. */
@ApplicationScoped
public class RequestRepository {

    private static final String OPEN = """
        r.state in (de.krisenaustausch.registration.AccessRequest.State.UNCONFIRMED, de.krisenaustausch.registration.AccessRequest.State.INCOMPLETE,
          de.krisenaustausch.registration.AccessRequest.State.WAITING, de.krisenaustausch.registration.AccessRequest.State.APPROVED)""";

    @PersistenceContext
    private EntityManager em;

    public void add(AccessRequest request) {
        em.persist(request);
    }

    public Optional<AccessRequest> find(long id) {
        return Optional.ofNullable(em.find(AccessRequest.class, id));
    }

    /** @throws NotFoundException when there is none */
    public AccessRequest get(long id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    public Optional<AccessRequest> findOpen(String email) {
        return em.createQuery("select r from AccessRequest r where lower(r.email) = :email and " + OPEN, AccessRequest.class)
            .setParameter("email", email.toLowerCase(Locale.ROOT)).getResultStream().findFirst();
    }

    /** @return the last request from that address, in any state */
    public Optional<AccessRequest> findNewest(String email) {
        return em.createQuery("select r from AccessRequest r where lower(r.email) = :email order by r.id desc", AccessRequest.class)
            .setParameter("email", email.toLowerCase(Locale.ROOT)).setMaxResults(1).getResultStream().findFirst();
    }

    /**
     * @param afterReceived where to go on, with {@code afterId}; the epoch for the first page
     * @return requests in that state with their municipalities, the oldest first, at most {@code limit}, in one statement
     */
    public List<AccessRequest> list(AccessRequest.State state, Instant afterReceived, long afterId, int limit) {
        return em.createQuery("""
                select r from AccessRequest r left join fetch r.municipality
                where r.state = :state and (r.receivedAt > :received or (r.receivedAt = :received and r.id > :id))
                order by r.receivedAt, r.id""", AccessRequest.class)
            .setParameter("state", state).setParameter("received", afterReceived).setParameter("id", afterId)
            .setHint("eclipselink.batch", "r.spaces").setHint("eclipselink.batch.type", "IN")
            .setMaxResults(limit).getResultList();
    }

    /** @return these requests, to be decided on together */
    public List<AccessRequest> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of()
            : em.createQuery("select r from AccessRequest r where r.id in :ids order by r.id", AccessRequest.class).setParameter("ids", ids).getResultList();
    }

    public long count(AccessRequest.State state) {
        return em.createQuery("select count(r) from AccessRequest r where r.state = :state", Long.class).setParameter("state", state).getSingleResult();
    }

    /** @return the oldest that waits, if any */
    public Optional<Instant> oldestWaiting() {
        return Optional.ofNullable(em.createQuery(
            "select min(r.receivedAt) from AccessRequest r where r.state = de.krisenaustausch.registration.AccessRequest.State.WAITING", Instant.class).getSingleResult());
    }

    /** Somebody who could be the one that asks: a member, or another request. */
    public record Likeness(long requestId, String name, String email, boolean member) {
    }

    /**
     * @return for these requests, members and other open requests of the same name or address, in two statements:
     *     a changed name of the domain, a second address, a colleague of the same name
     */
    public Map<Long, List<Likeness>> alike(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Likeness> all = new java.util.ArrayList<>(em.createQuery("""
                select new de.krisenaustausch.registration.RequestRepository$Likeness(r.id, concat(coalesce(m.givenName, ''), ' ', coalesce(m.familyName, '')), m.email, true)
                from AccessRequest r, Member m
                where r.id in :ids and (lower(m.email) = lower(r.email)
                  or (lower(m.familyName) = lower(r.familyName) and lower(m.givenName) = lower(r.givenName)))
                order by r.id, m.id""", Likeness.class).setParameter("ids", ids).getResultList());
        all.addAll(em.createQuery("""
                select new de.krisenaustausch.registration.RequestRepository$Likeness(r.id, concat(coalesce(o.givenName, ''), ' ', coalesce(o.familyName, '')), o.email, false)
                from AccessRequest r, AccessRequest o
                where r.id in :ids and o.id <> r.id and o.state in (de.krisenaustausch.registration.AccessRequest.State.WAITING,
                    de.krisenaustausch.registration.AccessRequest.State.APPROVED, de.krisenaustausch.registration.AccessRequest.State.INCOMPLETE)
                  and lower(o.familyName) = lower(r.familyName) and lower(o.givenName) = lower(r.givenName)
                order by r.id, o.id""", Likeness.class).setParameter("ids", ids).getResultList());
        return all.stream().collect(Collectors.groupingBy(Likeness::requestId));
    }

    /** @return open requests that nobody went on with since that moment, at most {@code limit}: those in a person's hands do not expire */
    public List<AccessRequest> idle(Instant before, int limit) {
        return em.createQuery("""
                select r from AccessRequest r
                where r.state in (de.krisenaustausch.registration.AccessRequest.State.UNCONFIRMED, de.krisenaustausch.registration.AccessRequest.State.INCOMPLETE,
                  de.krisenaustausch.registration.AccessRequest.State.APPROVED) and r.changedAt < :before
                order by r.id""", AccessRequest.class).setParameter("before", before).setMaxResults(limit).getResultList();
    }

    /** Deletes what was declined, revoked or expired before that moment. @return how many */
    public int forget(Instant before) {
        return em.createNativeQuery("delete from access_request where state in ('DECLINED', 'EXPIRED', 'REVOKED') and changed_at < ?1")
            .setParameter(1, java.sql.Timestamp.from(before)).executeUpdate();
    }

    public void add(RequestMail mail) {
        em.persist(mail);
    }

    /** @return the mail of that Message-ID, with its request, if it belongs to one */
    public Optional<RequestMail> findMail(Collection<String> messageIds) {
        return messageIds.isEmpty() ? Optional.empty()
            : em.createQuery("select m from RequestMail m join fetch m.request where m.messageId in :ids order by m.id desc", RequestMail.class)
                .setParameter("ids", messageIds).setMaxResults(1).getResultStream().findFirst();
    }

    public void add(PersonalLink link) {
        em.persist(link);
    }

    /** @return the link with its request, for looking */
    public Optional<PersonalLink> findLink(Sha256 tokenHash) {
        return em.createQuery("select l from PersonalLink l join fetch l.request where l.tokenHash = :hash", PersonalLink.class)
            .setParameter("hash", tokenHash.hex()).getResultStream().findFirst();
    }

    /** @return the link for using it: a second use at the same moment waits for the first */
    public Optional<PersonalLink> takeLink(Sha256 tokenHash) {
        return em.createQuery("select l from PersonalLink l where l.tokenHash = :hash", PersonalLink.class)
            .setParameter("hash", tokenHash.hex()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** @return the request's links for that purpose that are neither used nor revoked */
    public List<PersonalLink> openLinks(long requestId, PersonalLink.Purpose purpose) {
        return em.createQuery("""
                select l from PersonalLink l where l.request.id = :request and l.purpose = :purpose and l.usedAt is null and l.revokedAt is null""",
                PersonalLink.class)
            .setParameter("request", requestId).setParameter("purpose", purpose).getResultList();
    }
}

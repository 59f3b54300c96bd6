package de.krisenaustausch.member;

import de.krisenaustausch.municipality.Municipality;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds members by the subject of their token, or by id. */
@ApplicationScoped
public class MemberRepository {

    @PersistenceContext
    private EntityManager em;

    public Optional<Member> find(long id) {
        return Optional.ofNullable(em.find(Member.class, id));
    }

    /** @return the member with her municipality, in one statement */
    public Optional<Member> findBySubject(String subject) {
        return em.createQuery("select m from Member m left join fetch m.municipality where m.subject = :subject", Member.class)
            .setParameter("subject", subject).getResultStream().findFirst();
    }

    /** @return whoever has that address, in any case; for an account that went into another, that one */
    public Optional<Member> findByEmail(String email) {
        return em.createQuery("select m from Member m where lower(m.email) = :email order by m.blocked, m.id", Member.class)
            .setParameter("email", email.toLowerCase(Locale.ROOT)).setMaxResults(1).getResultStream().findFirst()
            .map(found -> found.getMergedInto() == null ? found : found.getMergedInto());
    }

    /** @return those who may administer, as of their last sign-in, kept from any change by others until the transaction ends */
    public List<Member> lockAdministrators() {
        return em.createQuery("select m from Member m where m.administrator = true and m.blocked = false order by m.id", Member.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** @return these, by id, kept from any change by others until the transaction ends */
    public List<Member> lock(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("select m from Member m where m.id in :ids order by m.id", Member.class)
            .setParameter("ids", ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    /** @return those of these addresses, in small letters, that belong to nobody but people who are blocked */
    public Set<String> blockedAmong(Collection<String> emails) {
        return emails.isEmpty() ? Set.of() : Set.copyOf(em.createQuery("""
                select distinct lower(m.email) from Member m where lower(m.email) in :emails and m.blocked = true
                  and not exists (select 1 from Member o where lower(o.email) = lower(m.email) and o.blocked = false)""", String.class)
            .setParameter("emails", emails).getResultList());
    }

    /** All people of one municipality belong to another from now on. */
    public void moveAll(long from, long to) {
        em.createQuery("update Member m set m.municipality = :to, m.version = m.version + 1 where m.municipality.id = :from")
            .setParameter("from", from).setParameter("to", em.getReference(Municipality.class, to)).executeUpdate();
    }

    public void add(Member member) {
        em.persist(member);
    }
}

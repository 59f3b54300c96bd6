package de.krisenaustausch.member;

import de.krisenaustausch.municipality.Municipality;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;

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

    public Optional<Member> findByEmail(String email) {
        return em.createQuery("select m from Member m where lower(m.email) = :email", Member.class)
            .setParameter("email", email.toLowerCase(Locale.ROOT)).setMaxResults(1).getResultStream().findFirst();
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

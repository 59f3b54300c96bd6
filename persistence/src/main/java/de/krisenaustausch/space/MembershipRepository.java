package de.krisenaustausch.space;

import de.krisenaustausch.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds who belongs to which space, and when she last looked into it. */
@ApplicationScoped
public class MembershipRepository {

    @PersistenceContext
    private EntityManager em;

    public Optional<Membership> find(long spaceId, long memberId) {
        return em.createQuery("select m from Membership m where m.space.id = :space and m.member.id = :member", Membership.class)
            .setParameter("space", spaceId).setParameter("member", memberId).getResultStream().findFirst();
    }

    public Optional<Membership> find(long id) {
        return Optional.ofNullable(em.find(Membership.class, id));
    }

    /** @return the member's own memberships, in any state, with their spaces */
    public List<Membership> ofMember(long memberId) {
        return em.createQuery("select m from Membership m join fetch m.space where m.member.id = :member", Membership.class)
            .setParameter("member", memberId).getResultList();
    }

    /** @return the space's people in this state with their municipalities, by name, at most {@code limit} from that key on */
    public List<Membership> ofSpace(long spaceId, Membership.State state, String afterName, long afterId, int limit) {
        return em.createQuery("""
                select m from Membership m join fetch m.member p
                where m.space.id = :space and m.state = :state
                  and (p.familyName > :name or (p.familyName = :name and m.id > :id) or :name = '')
                order by p.familyName, m.id""", Membership.class)
            .setParameter("space", spaceId).setParameter("state", state)
            .setParameter("name", afterName).setParameter("id", afterId)
            // EclipseLink passes over a fetch through an alias
            .setHint("eclipselink.left-join-fetch", "m.member.municipality")
            .setMaxResults(limit).getResultList();
    }

    public List<Member> moderators(long spaceId) {
        return em.createQuery("""
                select p from Member p left join fetch p.municipality
                where exists (select 1 from Membership m where m.member = p and m.space.id = :space
                  and m.role = de.krisenaustausch.space.Membership.Role.MODERATOR
                  and m.state = de.krisenaustausch.space.Membership.State.ACTIVE)
                order by p.familyName, p.id""", Member.class)
            .setParameter("space", spaceId).getResultList();
    }

    /** @return those who moderate any space, by space and name, in one statement */
    public List<Membership> allModerators() {
        return em.createQuery("""
                select m from Membership m join fetch m.space join fetch m.member p
                where m.role = de.krisenaustausch.space.Membership.Role.MODERATOR
                  and m.state = de.krisenaustausch.space.Membership.State.ACTIVE
                order by p.familyName, p.id""", Membership.class).getResultList();
    }

    public void add(Membership membership) {
        em.persist(membership);
    }

    public void remove(Membership membership) {
        em.remove(membership);
    }

    public Optional<Visit> findVisit(long spaceId, long memberId) {
        return em.createQuery("select v from Visit v where v.space.id = :space and v.member.id = :member", Visit.class)
            .setParameter("space", spaceId).setParameter("member", memberId).getResultStream().findFirst();
    }

    /** Notes a first look; two at the same moment make one row. */
    public void addVisit(long spaceId, long memberId, Instant now) {
        em.createNativeQuery("""
                insert into space_visit (id, version, space_id, member_id, new_since, seen_at)
                values (nextval('ka_seq'), 1, ?1, ?2, ?3, ?3) on conflict do nothing""")
            .setParameter(1, spaceId).setParameter(2, memberId).setParameter(3, java.sql.Timestamp.from(now))
            .executeUpdate();
    }
}

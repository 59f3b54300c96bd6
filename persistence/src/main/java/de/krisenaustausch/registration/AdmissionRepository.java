package de.krisenaustausch.registration;

import de.krisenaustausch.member.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Finds who may come in without being asked, and who decides on the others. */
@ApplicationScoped
public class AdmissionRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return whether known domains of that municipality are enough: its own rule, else that for all, else no */
    public boolean isAtOnce(long municipalityId) {
        List<AdmissionRule> rules = em.createQuery("""
                select r from AdmissionRule r where r.municipality.id = :id or r.municipality is null""", AdmissionRule.class)
            .setParameter("id", municipalityId).getResultList();
        return rules.stream().filter(rule -> rule.getMunicipality() != null).findFirst()
            .or(() -> rules.stream().findFirst()).map(AdmissionRule::isAtOnce).orElse(false);
    }

    /** @param municipalityId null for the rule for all others */
    public Optional<AdmissionRule> findRule(Long municipalityId) {
        return (municipalityId == null
            ? em.createQuery("select r from AdmissionRule r where r.municipality is null", AdmissionRule.class)
            : em.createQuery("select r from AdmissionRule r where r.municipality.id = :id", AdmissionRule.class).setParameter("id", municipalityId))
            .getResultStream().findFirst();
    }

    /** @return rules of municipalities, by name, at most {@code limit} */
    public List<AdmissionRule> rules(int limit) {
        return em.createQuery("select r from AdmissionRule r join fetch r.municipality order by r.municipality.name, r.id", AdmissionRule.class)
            .setMaxResults(limit).getResultList();
    }

    public void add(AdmissionRule rule) {
        em.persist(rule);
    }

    public void remove(AdmissionRule rule) {
        em.remove(rule);
    }

    /** @return all who decide beside the administrators, with what for, by name */
    public List<ApprovalDelegate> delegates() {
        return em.createQuery("""
            select d from ApprovalDelegate d join fetch d.member left join fetch d.association left join fetch d.municipality
            order by d.member.familyName, d.id""", ApprovalDelegate.class).getResultList();
    }

    /** @return what that member may decide on */
    public List<ApprovalDelegate> delegations(long memberId) {
        return em.createQuery("""
            select d from ApprovalDelegate d left join fetch d.association left join fetch d.municipality where d.member.id = :id""", ApprovalDelegate.class)
            .setParameter("id", memberId).getResultList();
    }

    public Optional<ApprovalDelegate> findDelegate(long id) {
        return Optional.ofNullable(em.find(ApprovalDelegate.class, id));
    }

    public void add(ApprovalDelegate delegate) {
        em.persist(delegate);
    }

    public void remove(ApprovalDelegate delegate) {
        em.remove(delegate);
    }

    public void add(Invitation invitation) {
        em.persist(invitation);
    }

    /** @return who was asked into which space by that request */
    public List<Invitation> invitations(long requestId) {
        return em.createQuery("select i from Invitation i join fetch i.space join fetch i.invitedBy where i.request.id = :request", Invitation.class)
            .setParameter("request", requestId).getResultList();
    }

    public Optional<Invitation> findInvitation(long spaceId, long requestId) {
        return em.createQuery("select i from Invitation i where i.space.id = :space and i.request.id = :request", Invitation.class)
            .setParameter("space", spaceId).setParameter("request", requestId).getResultStream().findFirst();
    }

    /** @return of the invitations of one list: how many letters, sent, failed, and how many people came in; empty when there is none */
    public Optional<long[]> progress(long spaceId, String batch) {
        Object[] row = (Object[]) em.createNativeQuery("""
                select count(*), count(*) filter (where mail.state = 'SENT'), count(*) filter (where mail.state = 'FAILED'),
                  count(*) filter (where r.state = 'DONE')
                from invitation i join access_request r on r.id = i.request_id
                left join lateral (select m.state from personal_link l join single_mail m on m.occasion = 'Enter:' || l.id
                                   where l.request_id = r.id order by l.id desc limit 1) mail on true
                where i.batch = ?1 and i.space_id = ?2""")
            .setParameter(1, batch).setParameter(2, spaceId).getSingleResult();
        long[] counts = java.util.Arrays.stream(row).mapToLong(each -> ((Number) each).longValue()).toArray();
        return counts[0] == 0 ? Optional.empty() : Optional.of(counts);
    }

    /** @return those who were administrators when they signed in for the last time */
    public List<Member> administrators() {
        return em.createQuery("select m from Member m where m.administrator = true order by m.id", Member.class).getResultList();
    }
}

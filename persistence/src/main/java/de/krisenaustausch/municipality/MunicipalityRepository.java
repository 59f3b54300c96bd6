package de.krisenaustausch.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds municipalities and associations. */
@ApplicationScoped
public class MunicipalityRepository {

    @PersistenceContext
    private EntityManager em;

    public Optional<Municipality> find(long id) {
        return Optional.ofNullable(em.find(Municipality.class, id));
    }

    /** @param name the full name, in any case */
    public Optional<Municipality> findByName(String name) {
        return em.createQuery("select m from Municipality m where lower(m.name) = :name and m.gone = false order by m.population desc", Municipality.class)
            .setParameter("name", name.toLowerCase(Locale.GERMAN)).setMaxResults(1).getResultStream().findFirst();
    }

    /** @return all that have this name, in any case: there are a dozen Neuenkirchen */
    public List<Municipality> namesakes(String name) {
        return em.createQuery("select m from Municipality m where lower(m.name) = :name order by m.population desc, m.id", Municipality.class)
            .setParameter("name", name.toLowerCase(Locale.GERMAN)).getResultList();
    }

    /** @return all organisations, also those that are no more: some 13,000 */
    public List<Municipality> all() {
        return em.createQuery("select m from Municipality m order by m.id", Municipality.class).getResultList();
    }

    /** @return all organisations for reading, in one statement and without entities */
    public List<Place> places() {
        return em.createQuery("""
            select new de.krisenaustausch.municipality.Place(m.id, m.ags, m.ars, m.name, m.kind, m.county, m.state, m.population,
                m.postalCode, m.successorId, m.gone) from Municipality m""", Place.class).getResultList();
    }

    /** Something that changes whenever any organisation does. */
    public record Stamp(long count, long versions, long last) {
    }

    /** @return the same as long as no organisation changed, whichever node changes it */
    public Stamp stamp() {
        Object[] row = em.createQuery("select count(m), coalesce(sum(m.version), 0), coalesce(max(m.id), 0) from Municipality m", Object[].class)
            .getSingleResult();
        return new Stamp(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue());
    }

    /** @return the organisation with this domain, or with the nearest one above it */
    public Optional<Municipality> findByDomain(String domain) {
        List<String> all = MailDomain.withParents(domain);
        return all.isEmpty() ? Optional.empty() : em.createQuery("""
                select d.municipality from MailDomain d where d.domain in :all order by length(d.domain) desc""", Municipality.class)
            .setParameter("all", all).setMaxResults(1).getResultStream().findFirst();
    }

    /** @return the domains of an organisation, in order */
    public List<MailDomain> domains(Municipality municipality) {
        return em.createQuery("select d from MailDomain d where d.municipality = :municipality order by d.domain", MailDomain.class)
            .setParameter("municipality", municipality).getResultList();
    }

    public Optional<MailDomain> findDomain(String domain) {
        return em.createQuery("select d from MailDomain d join fetch d.municipality where d.domain = :domain", MailDomain.class)
            .setParameter("domain", domain).getResultStream().findFirst();
    }

    public void add(MailDomain domain) {
        em.persist(domain);
    }

    /** Hands all domains of one that merged to its successor. */
    public void handDomains(Municipality from, Municipality to) {
        em.createQuery("update MailDomain d set d.municipality = :to where d.municipality = :from")
            .setParameter("to", to).setParameter("from", from).executeUpdate();
    }

    public void remove(MailDomain domain) {
        em.remove(domain);
    }

    /** Lets nobody else change the directory as a whole until the transaction ends. */
    public void lock() {
        em.createNativeQuery("select pg_advisory_xact_lock(5317)").getResultList();
    }

    /** @return those that are gone without a successor, by number from after that one on */
    public List<Municipality> withoutSuccessor(long after, int limit) {
        return em.createQuery("select m from Municipality m where m.gone = true and m.successor is null and m.id > :after order by m.id", Municipality.class)
            .setParameter("after", after).setMaxResults(limit).getResultList();
    }

    public Optional<DirectoryImport> findImport(long id) {
        return Optional.ofNullable(em.find(DirectoryImport.class, id));
    }

    /** @return official files that were looked at, the newest first */
    public List<DirectoryImport> imports(int limit) {
        return em.createQuery("select i from DirectoryImport i order by i.id desc", DirectoryImport.class).setMaxResults(limit).getResultList();
    }

    public void add(DirectoryImport checked) {
        em.persist(checked);
    }

    public List<Association> associations() {
        return em.createQuery("select a from Association a order by a.shortName", Association.class).getResultList();
    }

    public List<Association> associations(Collection<String> slugs) {
        return slugs.isEmpty() ? List.of()
            : em.createQuery("select a from Association a where a.slug in :slugs", Association.class).setParameter("slugs", slugs).getResultList();
    }

    public Optional<Association> findAssociation(String slug) {
        return em.createQuery("select a from Association a where a.slug = :slug", Association.class)
            .setParameter("slug", slug).getResultStream().findFirst();
    }

    public void add(Municipality municipality) {
        em.persist(municipality);
    }

    public void add(Association association) {
        em.persist(association);
    }
}

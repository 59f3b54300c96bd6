package de.krisenaustausch.municipality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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
        return em.createQuery("select m from Municipality m where lower(m.name) = :name order by m.population desc", Municipality.class)
            .setParameter("name", name.toLowerCase(Locale.GERMAN)).setMaxResults(1).getResultStream().findFirst();
    }

    /** @return all that have this name, in any case: there are a dozen Neuenkirchen */
    public List<Municipality> namesakes(String name) {
        return em.createQuery("select m from Municipality m where lower(m.name) = :name order by m.population desc, m.id", Municipality.class)
            .setParameter("name", name.toLowerCase(Locale.GERMAN)).getResultList();
    }

    /**
     * @param typed the beginning of any word of the name, or of the AGS
     * @return at most {@code limit}, the larger municipality first
     */
    public List<Municipality> suggest(String typed, int limit) {
        String like = typed.toLowerCase(Locale.GERMAN).strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
        return em.createQuery("""
                select m from Municipality m
                where lower(m.name) like :start escape '\\' or lower(m.name) like :word escape '\\' or m.ags like :start escape '\\'
                order by m.population desc, m.id""", Municipality.class)
            .setParameter("start", like).setParameter("word", "% " + like).setMaxResults(limit).getResultList();
    }

    public List<Association> associations() {
        return em.createQuery("select a from Association a order by a.shortName", Association.class).getResultList();
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

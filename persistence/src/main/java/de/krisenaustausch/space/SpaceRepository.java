package de.krisenaustausch.space;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds spaces and the topics they draw from. */
@ApplicationScoped
public class SpaceRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return the space with its association, in one statement */
    public Optional<Space> find(String slug) {
        return em.createQuery("select s from Space s join fetch s.association where s.slug = :slug", Space.class)
            .setParameter("slug", slug).getResultStream().findFirst();
    }

    /** @throws NotFoundException when there is none */
    public Space get(String slug) {
        return find(slug).orElseThrow(NotFoundException::new);
    }

    private static final String ASSOCIATE =
        "(s.forAssociation = true and exists (select 1 from Member p join p.associations a where p.id = :member and a = s.association))";

    /** A space and what a member is in it; membership is null for a guest, associate is who comes in with the space's association. */
    public record Entry(Space space, Membership membership, boolean associate) {
    }

    /** @return the space with its association and that member's membership, in one statement */
    public Optional<Entry> enter(String slug, long memberId) {
        return em.createQuery("""
                select s, m, case when %s then 1 else 0 end
                from Space s join fetch s.association left join Membership m on m.space = s and m.member.id = :member
                where s.slug = :slug""".formatted(ASSOCIATE), Object[].class)
            .setParameter("slug", slug).setParameter("member", memberId).getResultStream().findFirst()
            .map(row -> new Entry((Space) row[0], (Membership) row[1], ((Number) row[2]).intValue() == 1));
    }

    /** @return every space with its association, by name, in one statement */
    public List<Space> all() {
        return em.createQuery("select s from Space s join fetch s.association order by s.name, s.id", Space.class).getResultList();
    }

    /** @return ids of the spaces that the member comes into with their association */
    public List<Long> associateIds(long memberId) {
        return em.createQuery("select s.id from Space s where " + ASSOCIATE, Long.class).setParameter("member", memberId).getResultList();
    }

    /** @return ids of the spaces that the member may read: the open ones, those she belongs to, and those of her associations */
    public List<Long> readableIds(long memberId) {
        return em.createQuery("""
                select s.id from Space s
                where s.visibility = de.krisenaustausch.space.Visibility.ALL_MEMBERS
                   or exists (select 1 from Membership m where m.space = s and m.member.id = :member
                              and m.state = de.krisenaustausch.space.Membership.State.ACTIVE)
                   or %s
                order by s.id""".formatted(ASSOCIATE), Long.class)
            .setParameter("member", memberId).getResultList();
    }

    public List<Long> allIds() {
        return em.createQuery("select s.id from Space s order by s.id", Long.class).getResultList();
    }

    public void add(Space space) {
        em.persist(space);
    }

    /** @return the whole taxonomy by name, retired topics too */
    public List<Topic> topics() {
        return em.createQuery("select t from Topic t order by t.name", Topic.class).getResultList();
    }

    public List<Topic> topics(Collection<String> slugs) {
        return slugs.isEmpty() ? List.of()
            : em.createQuery("select t from Topic t where t.slug in :slugs order by t.name", Topic.class)
                .setParameter("slugs", slugs).getResultList();
    }

    /** The same. @throws BusinessException when one of them does not exist */
    public List<Topic> getTopics(Collection<String> slugs) {
        List<Topic> found = topics(slugs);
        if (found.size() < slugs.stream().distinct().count()) {
            throw new BusinessException("error.foreignTopic");
        }
        return found;
    }

    /** @return the topic of that name, in any case */
    public Optional<Topic> findTopicByName(String name) {
        return em.createQuery("select t from Topic t where lower(t.name) = :name", Topic.class)
            .setParameter("name", name.toLowerCase(Locale.GERMAN)).getResultStream().findFirst();
    }

    public Optional<Topic> findTopic(String slug) {
        return topics(List.of(slug)).stream().findFirst();
    }

    public void add(Topic topic) {
        em.persist(topic);
    }
}

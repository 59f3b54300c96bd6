package de.krisenaustausch.link;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds links. */
@ApplicationScoped
public class LinkRepository {

    private static final String CLAIM = """
        with due as (
          select id from link where deleted_at is null and checked_at < ?1 order by checked_at, id limit ?3 for update skip locked)
        update link l set checked_at = ?2 from due where l.id = due.id returning l.id, l.address""";

    @PersistenceContext
    private EntityManager em;

    /** Which links of a space a list wants. @param topicSlug null for all */
    public record Filter(long spaceId, String topicSlug) {
    }

    /** A link whose page is to be looked at. */
    public record Due(long id, String address) {
    }

    /** @return the link with its space, municipality and who shared it, in one statement; also a deleted one */
    public Optional<Link> find(long id) {
        return em.createQuery("select l from Link l join fetch l.space join fetch l.municipality join fetch l.sharedBy where l.id = :id", Link.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /** @return the link of the space that leads to the same page, if there is one */
    public Optional<Link> findSame(long spaceId, WebAddress address) {
        return em.createQuery("""
                select l from Link l join fetch l.space join fetch l.municipality join fetch l.sharedBy
                where l.space.id = :space and l.addressKey = :key and l.deletedAt is null""", Link.class)
            .setParameter("space", spaceId).setParameter("key", address.key().hex()).getResultStream().findFirst();
    }

    /** Waits until nobody else shares this page: of two at the same moment the second finds what the first one shared. Ends with the transaction. */
    public void hold(WebAddress address) {
        Sha256 key = address.key();
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) held").setParameter(1, Long.parseUnsignedLong(key.hex().substring(0, 16), 16)).getSingleResult();
    }

    /**
     * @param after the last row of the page before; null for the first page
     * @param limit rows at most
     * @return the newest links first, no deleted ones
     */
    public List<LinkRow> newest(Filter filter, ListKey after, int limit) {
        boolean byTopic = filter.topicSlug() != null;
        String time = byTopic ? "x.shared_at" : "l.shared_at";
        String id = byTopic ? "x.link_id" : "l.id";
        // as for documents: each list has an index in its order, and the first page keeps one plan
        StringBuilder sql = new StringBuilder("""
            select l.id, l.title, l.address, l.description, m.name, m.state, m.population, l.shared_at, l.dead_since is not null
            from (select l.* from link l""");
        sql.append(byTopic
            ? " join link_topic x on x.link_id = l.id where x.space_id = ?1 and x.topic_id = (select y.id from topic y where y.slug = ?2)"
            : " where l.space_id = ?1");
        sql.append(" and l.deleted_at is null");
        if (after != null) {
            sql.append(" and ").append(time).append(" <= ?3 and (").append(time).append(" < ?3 or ").append(id).append(" < ?4)");
        }
        sql.append(" order by ").append(time).append(" desc, ").append(id).append(" desc limit ").append(after == null ? String.valueOf(limit) : "?5")
            .append(") l join municipality m on m.id = l.municipality_id order by l.shared_at desc, l.id desc");
        Query query = em.createNativeQuery(sql.toString()).setParameter(1, filter.spaceId());
        if (byTopic) {
            query.setParameter(2, filter.topicSlug());
        }
        if (after != null) {
            query.setParameter(3, Timestamp.from(after.at())).setParameter(4, after.id()).setParameter(5, limit);
        }
        return ((List<?>) query.getResultList()).stream().map(row -> row((Object[]) row)).toList();
    }

    private static LinkRow row(Object[] row) {
        return new LinkRow(((Number) row[0]).longValue(), (String) row[1], new WebAddress((String) row[2]), (String) row[3], (String) row[4],
            FederalState.valueOf((String) row[5]), ((Number) row[6]).intValue(), ((Timestamp) row[7]).toInstant(), Boolean.TRUE.equals(row[8]));
    }

    /** Takes links whose page was not looked at since {@code before}, the longest ago first, so that nobody else looks at them. */
    public List<Due> claim(Instant before, Instant now, int limit) {
        List<?> rows = em.createNativeQuery(CLAIM).setParameter(1, Timestamp.from(before)).setParameter(2, Timestamp.from(now)).setParameter(3, limit).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(row -> new Due(((Number) row[0]).longValue(), (String) row[1])).toList();
    }

    /** @return these links, to change them by their verbs */
    public List<Link> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("select l from Link l where l.id in :ids and l.deletedAt is null", Link.class).setParameter("ids", ids).getResultList();
    }

    /**
     * @param municipalityId null where the member has none
     * @param everywhere whether she moderates all spaces
     * @return deleted links that the member shared, that her municipality owns, or that stood in a space that she moderates; the last deleted first
     */
    public List<Link> bin(long memberId, Long municipalityId, boolean everywhere, int limit) {
        return em.createQuery("""
                select l from Link l join fetch l.space where l.deletedAt is not null and (:everywhere = true or l.sharedBy.id = :member or l.municipality.id = :municipality
                  or exists (select 1 from Membership m where m.space = l.space and m.member.id = :member
                    and m.state = de.krisenaustausch.space.Membership.State.ACTIVE and m.role = de.krisenaustausch.space.Membership.Role.MODERATOR))
                order by l.deletedAt desc, l.id""", Link.class)
            .setParameter("everywhere", everywhere).setParameter("member", memberId).setParameter("municipality", municipalityId == null ? -1L : municipalityId)
            .setMaxResults(limit).getResultList();
    }

    /** @return ids of the municipality's links, deleted ones too */
    public List<Long> idsOfMunicipality(long municipalityId) {
        return em.createQuery("select l.id from Link l where l.municipality.id = :municipality order by l.id", Long.class)
            .setParameter("municipality", municipalityId).getResultList();
    }

    /** All links of one municipality belong to another from now on. */
    public void moveAll(long from, long to) {
        em.createQuery("update Link l set l.municipality = :to, l.version = l.version + 1 where l.municipality.id = :from")
            .setParameter("from", from).setParameter("to", em.getReference(Municipality.class, to)).executeUpdate();
    }

    public void add(Link link) {
        em.persist(link);
        em.flush();
    }

    /** Removes for good what was deleted before that moment. @return how many */
    public int purge(Instant before) {
        em.createNativeQuery("delete from link_topic where link_id in (select id from link where deleted_at < ?1)").setParameter(1, Timestamp.from(before)).executeUpdate();
        return em.createNativeQuery("delete from link where deleted_at < ?1").setParameter(1, Timestamp.from(before)).executeUpdate();
    }
}

package de.krisenaustausch.document;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.SizeClass;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.Set;

/** Finds documents, their versions and the managed types. */
@ApplicationScoped
public class DocumentRepository {

    @PersistenceContext
    private EntityManager em;

    /** Which documents of a space a list wants; null means all. */
    public record Filter(long spaceId, String topicSlug, String typeSlug) {
    }

    /** @return the document with its space, type, municipality and newest version, in one statement; also from the bin */
    public Optional<Document> find(long id) {
        return em.createQuery("""
                select d from Document d join fetch d.space join fetch d.type join fetch d.municipality
                  join fetch d.sharedBy left join fetch d.current where d.id = :id""", Document.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /**
     * @return the document with its versions, who uploaded them, and its topics, in a number of statements that does not
     *     grow with them; also from the bin
     */
    public Optional<Document> findWhole(long id) {
        // lets the versions meet their people here: EclipseLink's batch reading gives none of them
        em.createQuery("select v from DocumentVersion v join fetch v.uploadedBy join fetch v.municipality where v.document.id = :id", DocumentVersion.class)
            .setParameter("id", id).getResultList();
        return find(id);
    }

    /**
     * @param after the last row of the page before; null for the first page
     * @param limit rows at most
     * @return the newest documents first, none from the bin
     */
    public List<DocumentRow> newest(Filter filter, ListKey after, int limit) {
        boolean byTopic = filter.topicSlug() != null;
        String time = byTopic ? "x.shared_at" : "d.shared_at";
        String id = byTopic ? "x.document_id" : "d.id";
        // each filter has an index in the list's order; behind equals signs stand values, not joins, or it would not be used.
        // The page is cut out inside, and the first one's length stands in the text: so PostgreSQL keeps one plan for all, or it would
        // plan anew each time, which costs more than the rows. A later page it may plan: what it would keep for any place in the list sorts
        StringBuilder sql = new StringBuilder("""
            select d.id, d.title, d.description, t.name, v.kind, m.name, m.state, m.population, m.size_class, d.shared_at, d.downloads,
              v.check_state, v.text_state
            from (select d.* from document d""");
        sql.append(byTopic
            ? " join document_topic x on x.document_id = d.id where x.space_id = ?1 and x.topic_id = (select y.id from topic y where y.slug = ?2)"
            : " where d.space_id = ?1");
        sql.append(" and d.deleted_at is null");
        if (filter.typeSlug() != null) {
            sql.append(" and d.type_id = (select z.id from document_type z where z.slug = ?3)");
        }
        if (after != null) {
            sql.append(" and ").append(time).append(" <= ?4 and (").append(time).append(" < ?4 or ").append(id).append(" < ?5)");
        }
        sql.append(" order by ").append(time).append(" desc, ").append(id).append(" desc limit ").append(after == null ? String.valueOf(limit) : "?6").append("""
            ) d join document_type t on t.id = d.type_id join municipality m on m.id = d.municipality_id
            join document_version v on v.current_of_id = d.id order by d.shared_at desc, d.id desc""");
        Query query = em.createNativeQuery(sql.toString()).setParameter(1, filter.spaceId());
        if (byTopic) {
            query.setParameter(2, filter.topicSlug());
        }
        if (filter.typeSlug() != null) {
            query.setParameter(3, filter.typeSlug());
        }
        if (after != null) {
            query.setParameter(4, Timestamp.from(after.at())).setParameter(5, after.id()).setParameter(6, limit);
        }
        return ((List<?>) query.getResultList()).stream().map(row -> row((Object[]) row)).toList();
    }

    private static DocumentRow row(Object[] row) {
        return new DocumentRow(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
            FederalState.valueOf((String) row[6]), ((Number) row[7]).intValue(), SizeClass.valueOf((String) row[8]),
            ((Timestamp) row[9]).toInstant(), ((Number) row[10]).longValue(), CheckState.valueOf((String) row[11]), TextState.valueOf((String) row[12]));
    }

    /** @return the documents of the space whose current file has one of these names, whatever their case, the newest first, in one statement */
    public List<Document> findByFileNames(long spaceId, Collection<String> names) {
        return names.isEmpty() ? List.of() : em.createQuery("""
                select d from Document d join fetch d.municipality join fetch d.current v
                where d.space.id = :space and d.deletedAt is null and lower(v.fileName) in :names
                order by d.sharedAt desc, d.id desc""", Document.class)
            .setParameter("space", spaceId)
            .setParameter("names", names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList())
            .getResultList();
    }

    /** @return those of the documents that are in the space and not in the bin, with their newest version, in one statement */
    public List<Document> inSpace(long spaceId, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : em.createQuery("""
                select d from Document d join fetch d.current
                where d.space.id = :space and d.deletedAt is null and d.id in :ids order by d.title, d.id""", Document.class)
            .setParameter("space", spaceId).setParameter("ids", ids).getResultList();
    }

    /** @return what lies in the municipality's bin, the last deleted first */
    public List<Document> bin(long municipalityId, int limit) {
        return em.createQuery("""
                select d from Document d join fetch d.space left join fetch d.current
                where d.municipality.id = :municipality and d.deletedAt is not null
                order by d.deletedAt desc, d.id""", Document.class)
            .setParameter("municipality", municipalityId).setMaxResults(limit).getResultList();
    }

    /** @return ids of all documents of the municipality, also from the bin */
    public List<Long> idsOfMunicipality(long municipalityId) {
        return em.createQuery("select d.id from Document d where d.municipality.id = :municipality order by d.id", Long.class)
            .setParameter("municipality", municipalityId).getResultList();
    }

    /** All documents of one municipality belong to another from now on; their versions still say who brought them in. */
    public void moveAll(long from, long to) {
        em.createQuery("update Document d set d.municipality = :to, d.version = d.version + 1 where d.municipality.id = :from")
            .setParameter("from", from).setParameter("to", em.getReference(Municipality.class, to)).executeUpdate();
    }

    /** @return ids of documents that were deleted before that moment */
    public List<Long> deletedBefore(Instant moment, int limit) {
        return em.createQuery("select d.id from Document d where d.deletedAt < :moment order by d.deletedAt, d.id", Long.class)
            .setParameter("moment", moment).setMaxResults(limit).getResultList();
    }

    /** @return these documents with all that the search index says of them but their text, in two statements */
    public List<Document> forIndex(Collection<Long> ids) {
        return em.createQuery("""
                select distinct d from Document d join fetch d.space join fetch d.type join fetch d.municipality
                  left join fetch d.current where d.id in :ids and d.deletedAt is null""", Document.class)
            .setParameter("ids", ids)
            .setHint("eclipselink.batch", "d.topics").setHint("eclipselink.batch.type", "IN")
            .getResultList();
    }

    /**
     * Waits until changes to these documents that are being committed can be seen. A message may arrive between the
     * moment its transaction is decided and the moment its rows show; until then the rows are locked.
     */
    public void awaitDocuments(Collection<Long> ids) {
        await("select id from document where id in (%s) order by id for share", ids);
    }

    /** The same for the documents' versions. In a transaction of its own, so that nobody is held up by two locks. */
    public void awaitVersions(Collection<Long> ids) {
        await("select id from document_version where document_id in (%s) order by id for share", ids);
    }

    private void await(String sql, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery(sql.formatted(ids.stream().map(String::valueOf).collect(Collectors.joining(",")))).getResultList();
        }
    }

    /** @return how many documents there are, none from the bin counted */
    public long count() {
        return em.createQuery("select count(d) from Document d where d.deletedAt is null", Long.class).getSingleResult();
    }

    /** @return ids of documents behind that one, none from the bin, in the order of their ids: to walk over all */
    public List<Long> idsAfter(long id, int limit) {
        return em.createQuery("select d.id from Document d where d.id > :id and d.deletedAt is null order by d.id", Long.class)
            .setParameter("id", id).setMaxResults(limit).getResultList();
    }

    /** @return a document's versions with who sent them, the newest first, in one statement */
    public List<DocumentVersion> versions(long documentId) {
        return em.createQuery("""
                select v from DocumentVersion v join fetch v.uploadedBy join fetch v.municipality
                where v.document.id = :id order by v.number desc""", DocumentVersion.class)
            .setParameter("id", documentId).getResultList();
    }

    /** Waits until nobody else changes the version, such as those who check and read it, and keeps them off till the end. */
    public void hold(DocumentVersion version) {
        em.refresh(version, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<DocumentVersion> findVersion(long versionId) {
        return Optional.ofNullable(em.find(DocumentVersion.class, versionId));
    }

    /** @return those of the contents that a version or a waiting upload still needs */
    public Set<Sha256> neededFiles(Collection<Sha256> contents) {
        List<String> asked = contents.stream().map(Sha256::hex).toList();
        Set<Sha256> needed = new HashSet<>();
        for (String entity : List.of("DocumentVersion", "Upload")) {
            em.createQuery("select f.sha256 from " + entity + " f where f.sha256 in :asked", String.class).setParameter("asked", asked)
                .getResultList().forEach(hex -> needed.add(new Sha256(hex)));
        }
        return needed;
    }

    /** @return the text of a version from that page on, {@code limit} pieces at most */
    public List<Passage> passages(long versionId, int fromPage, int limit) {
        return em.createQuery("select p from Passage p where p.documentVersion.id = :id and p.page >= :page order by p.page, p.id", Passage.class)
            .setParameter("id", versionId).setParameter("page", fromPage).setMaxResults(limit).getResultList();
    }

    /** @return the text of these versions, ordered by version and page, in one statement */
    public List<Passage> passages(Collection<Long> versionIds) {
        return em.createQuery("select p from Passage p join fetch p.documentVersion where p.documentVersion.id in :ids order by p.documentVersion.id, p.page, p.id", Passage.class)
            .setParameter("ids", versionIds).getResultList();
    }

    /** Throws away what was read of a version before, so that reading again leaves one text. */
    public void clearPassages(long versionId) {
        em.createQuery("delete from Passage p where p.documentVersion.id = :id").setParameter("id", versionId).executeUpdate();
    }

    public void add(Passage passage) {
        em.persist(passage);
    }

    public void add(Document document) {
        em.persist(document);
        em.flush();
    }

    /** Removes the document for good, with all that hangs on it. The files are swept separately. */
    public void purge(long id) {
        for (String sql : List.of(
                "delete from document_passage where version_id in (select id from document_version where document_id = ?1)",
                "delete from document_topic where document_id = ?1",
                "delete from document_version where document_id = ?1",
                "delete from document where id = ?1")) {
            em.createNativeQuery(sql).setParameter(1, id).executeUpdate();
        }
    }

    /** Counts one download, past the entity: a reader must not collide with an editor. */
    public void countDownload(long id) {
        em.createNativeQuery("update document set downloads = downloads + 1 where id = ?1").setParameter(1, id).executeUpdate();
    }

    /** @return all types by name, retired ones too */
    public List<DocumentType> types() {
        return em.createQuery("select t from DocumentType t order by t.name", DocumentType.class).getResultList();
    }

    public Optional<DocumentType> findType(String slug) {
        return em.createQuery("select t from DocumentType t where t.slug = :slug", DocumentType.class)
            .setParameter("slug", slug).getResultStream().findFirst();
    }

    /** @return the type of that name, in any case */
    public Optional<DocumentType> findTypeByName(String name) {
        return em.createQuery("select t from DocumentType t where lower(t.name) = :name", DocumentType.class)
            .setParameter("name", name.toLowerCase(Locale.GERMAN)).getResultStream().findFirst();
    }

    public void add(DocumentType type) {
        em.persist(type);
    }
}

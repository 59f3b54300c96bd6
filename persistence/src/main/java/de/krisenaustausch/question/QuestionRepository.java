package de.krisenaustausch.question;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds and keeps questions. */
@ApplicationScoped
public class QuestionRepository {

    private static final int BEGINNING = 600;

    @PersistenceContext
    private EntityManager em;

    /**
     * What a list wants.
     *
     * @param memberId the reader
     * @param municipalityId of the reader; null lists nothing as her municipality's
     * @param topicSlug null means all
     */
    public record Filter(long spaceId, QuestionList view, long memberId, Long municipalityId, String topicSlug) {
    }

    /** @return the question with its space, municipality, asker and accepted answer, in one statement; also a deleted one */
    public Optional<Question> find(long id) {
        return em.createQuery("""
                select q from Question q join fetch q.space join fetch q.municipality join fetch q.askedBy left join fetch q.accepted
                where q.id = :id""", Question.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /**
     * @param after the last row of the page before; null for the first page
     * @param limit rows at most
     * @return the newest questions first, neither deleted nor merged ones
     */
    public List<QuestionRow> newest(Filter filter, ListKey after, int limit) {
        boolean byTopic = filter.topicSlug() != null;
        String time = byTopic ? "x.asked_at" : "d.asked_at";
        String id = byTopic ? "x.question_id" : "d.id";
        // as in the list of documents: each has an index in the list's order, and the first page one plan for all
        StringBuilder sql = new StringBuilder("""
            select q.id, q.title, left(q.text, %d), m.name, m.state, m.population, q.asked_at, q.urgent_until, q.state, q.answer_count
            from (select d.* from question d""".formatted(BEGINNING));
        sql.append(byTopic
            ? " join question_topic x on x.question_id = d.id where x.space_id = ?1 and x.topic_id = (select y.id from topic y where y.slug = ?4)"
            : " where d.space_id = ?1");
        sql.append(" and d.deleted_at is null and ").append(filter.view().condition);
        if (after != null) {
            sql.append(" and ").append(time).append(" <= ?5 and (").append(time).append(" < ?5 or ").append(id).append(" < ?6)");
        }
        sql.append(" order by ").append(time).append(" desc, ").append(id).append(" desc limit ").append(after == null ? String.valueOf(limit) : "?7")
            .append(") q join municipality m on m.id = q.municipality_id order by q.asked_at desc, q.id desc");
        Query query = em.createNativeQuery(sql.toString()).setParameter(1, filter.spaceId());
        if (filter.view() == QuestionList.MINE) {
            query.setParameter(2, filter.memberId());
        }
        if (filter.view() == QuestionList.MUNICIPALITY) {
            query.setParameter(3, municipality(filter.municipalityId()));
        }
        if (byTopic) {
            query.setParameter(4, filter.topicSlug());
        }
        if (after != null) {
            query.setParameter(5, Timestamp.from(after.at())).setParameter(6, after.id()).setParameter(7, limit);
        }
        return ((List<?>) query.getResultList()).stream().map(row -> row((Object[]) row)).toList();
    }

    private static QuestionRow row(Object[] row) {
        return new QuestionRow(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], FederalState.valueOf((String) row[4]),
            ((Number) row[5]).intValue(), ((Timestamp) row[6]).toInstant(), row[7] == null ? null : ((Date) row[7]).toLocalDate(),
            QuestionState.valueOf((String) row[8]), ((Number) row[9]).intValue());
    }

    /** How many questions each view of a space shows; counting stops at a limit. */
    public record Counts(int all, int open, int unanswered, int mine, int municipality) {
    }

    /** Counts in one statement, and no further than to the limit, which then means "so many or more". */
    public Counts counts(long spaceId, long memberId, Long municipalityId, int atMost) {
        StringBuilder sql = new StringBuilder("select ");
        for (QuestionList view : QuestionList.values()) {
            sql.append(view == QuestionList.ALL ? "" : ", ").append("(select count(*) from (select 1 from question d where d.space_id = ?1 and d.deleted_at is null and ")
                .append(view.condition).append(" limit ").append(atMost).append(") ").append(view.name().toLowerCase(java.util.Locale.ROOT)).append("_ones)");
        }
        Object[] row = (Object[]) em.createNativeQuery(sql.toString())
            .setParameter(1, spaceId).setParameter(2, memberId).setParameter(3, municipality(municipalityId)).getSingleResult();
        return new Counts(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]));
    }

    /** The persons without a municipality share none. */
    private static long municipality(Long id) {
        return id == null ? -1 : id;
    }

    private static int number(Object count) {
        return ((Number) count).intValue();
    }

    /**
     * @param asked not kept yet; whoever asks the same at the same moment waits for the other
     * @return id of the question that the same person asked there in the same words since that moment
     */
    public Optional<Long> findSame(Question asked, Instant since) {
        em.createNativeQuery("select id from member where id = ?1 for no key update").setParameter(1, asked.getAskedBy().getId()).getResultList();
        return em.createQuery("""
                select q.id from Question q where q.askedBy = :by and q.space = :space and q.title = :title and q.text = :text
                  and q.askedAt > :since and q.deletedAt is null order by q.id""", Long.class)
            .setParameter("by", asked.getAskedBy()).setParameter("space", asked.getSpace()).setParameter("title", asked.getTitle())
            .setParameter("text", asked.getText()).setParameter("since", since).getResultStream().findFirst();
    }

    public void add(Question question) {
        em.persist(question);
        em.flush();
    }

    public void add(Revision revision) {
        em.persist(revision);
    }

    /** Waits until nobody else changes the question or answers it, reads it anew, and keeps them off till the end. */
    public void hold(Question question) {
        em.refresh(question, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Adds a document to the question; the second time nothing. */
    public void attach(long questionId, long documentId) {
        em.createNativeQuery("insert into question_document (question_id, document_id) values (?1, ?2) on conflict do nothing")
            .setParameter(1, questionId).setParameter(2, documentId).executeUpdate();
    }

    /** Takes it from the question; the second time nothing. */
    public void detach(long questionId, long documentId) {
        em.createNativeQuery("delete from question_document where question_id = ?1 and document_id = ?2")
            .setParameter(1, questionId).setParameter(2, documentId).executeUpdate();
    }

    /** @return ids of the documents that came with the question */
    public List<Long> attachments(long questionId) {
        return em.createQuery("select a.documentId from Attachment a where a.questionId = :id order by a.documentId", Long.class)
            .setParameter("id", questionId).getResultList();
    }

    /** @return what the question and its answers that are there said before, the last replaced first, with who wrote it, in one statement */
    public List<Revision> revisions(long questionId, int limit) {
        return em.createQuery("""
                select r from Revision r join fetch r.writtenBy left join fetch r.answer a
                where r.question.id = :id and (a.id is null or a.deletedAt is null) order by r.replacedAt desc, r.id desc""", Revision.class)
            .setParameter("id", questionId).setMaxResults(limit).getResultList();
    }

    /** Brings all that hangs on a question to another one, with questions that were merged into it before. */
    public void handOver(long from, long to) {
        em.flush();
        for (String sql : List.of("update answer set question_id = ?2, version = version + 1 where question_id = ?1",
                "update revision set question_id = ?2, version = version + 1 where question_id = ?1 and answer_id is not null",
                "update question set merged_into_id = ?2, version = version + 1 where merged_into_id = ?1",
                "update question set answer_count = (select count(*) from answer where question_id = question.id and deleted_at is null) where id in (?1, ?2)")) {
            em.createNativeQuery(sql).setParameter(1, from).setParameter(2, to).executeUpdate();
        }
    }

    /** @return ids of all questions of the municipality, also deleted ones */
    public List<Long> idsOfMunicipality(long municipalityId) {
        return em.createQuery("select q.id from Question q where q.municipality.id = :municipality order by q.id", Long.class)
            .setParameter("municipality", municipalityId).getResultList();
    }

    /** All that one municipality asked, answered and remarked is another's from now on. */
    public void moveAll(long from, long to) {
        for (String entity : List.of("Question", "Answer", "AnswerComment")) {
            em.createQuery("update " + entity + " e set e.municipality = :to, e.version = e.version + 1 where e.municipality.id = :from")
                .setParameter("from", from).setParameter("to", em.getReference(Municipality.class, to)).executeUpdate();
        }
    }

    /** Removes for good what was deleted before that moment, questions and answers, with all that hangs on them. */
    public void purge(Instant before) {
        String questions = "(select q.id from question q left join question t on t.id = q.merged_into_id where q.deleted_at < ?1 or t.deleted_at < ?1)";
        String answers = "(select a.id from answer a where a.deleted_at < ?1 or a.question_id in " + questions + ")";
        for (String sql : List.of(
                "delete from answer_vote where answer_id in " + answers,
                "delete from answer_comment where answer_id in " + answers,
                "delete from revision where answer_id in " + answers + " or question_id in " + questions,
                "delete from answer where id in " + answers,
                "delete from referral where question_id in " + questions,
                "delete from question_topic where question_id in " + questions,
                "delete from question_document where question_id in " + questions,
                "delete from question where id in " + questions)) {
            em.createNativeQuery(sql).setParameter(1, Timestamp.from(before)).executeUpdate();
        }
    }
}

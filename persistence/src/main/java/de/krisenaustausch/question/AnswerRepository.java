package de.krisenaustausch.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds and keeps answers, remarks on them, and whom they helped. */
@ApplicationScoped
public class AnswerRepository {

    @PersistenceContext
    private EntityManager em;

    /** @return the answer with its question, that question's space, and who gave it, in one statement; also a withdrawn one */
    public Optional<Answer> find(long id) {
        return em.createQuery("""
                select a from Answer a join fetch a.question q join fetch a.municipality join fetch a.answeredBy join fetch q.space
                where a.id = :id""", Answer.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /**
     * @param after the last answer of the page before; null for the first page
     * @return the accepted answer first, then those that helped most, the older first among equals; with who gave them, in one statement
     */
    public List<Answer> of(Question question, AnswerKey after, int limit) {
        TypedQuery<Answer> query = em.createQuery("""
                select a from Answer a join fetch a.answeredBy join fetch a.municipality where a.question.id = :question and a.deletedAt is null%s
                order by case when a.id = :accepted then 0 else 1 end, a.votes desc, a.id""".formatted(
            after == null ? "" : " and a.id <> :accepted and (a.votes < :votes or a.votes = :votes and a.id > :id)"), Answer.class)
            .setParameter("question", question.getId())
            .setParameter("accepted", question.getAccepted() == null ? -1L : question.getAccepted().getId())
            .setMaxResults(limit);
        if (after != null) {
            query.setParameter("votes", after.votes()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    /** @return remarks on these answers, the oldest first, with who wrote them, in one statement */
    public List<AnswerComment> comments(Collection<Long> answerIds) {
        return em.createQuery("""
                select c from AnswerComment c join fetch c.writtenBy join fetch c.municipality
                where c.answer.id in :ids order by c.id""", AnswerComment.class)
            .setParameter("ids", asked(answerIds)).getResultList();
    }

    /** @return those of the answers that the member said helped her, in one statement */
    public Set<Long> helped(long memberId, Collection<Long> answerIds) {
        return Set.copyOf(em.createQuery("select v.answerId from AnswerVote v where v.memberId = :member and v.answerId in :ids", Long.class)
            .setParameter("member", memberId).setParameter("ids", asked(answerIds)).getResultList());
    }

    /** A question without answers asks as often as any other. */
    private static Collection<Long> asked(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }

    /**
     * @param given not kept yet; whoever answers the same at the same moment waits for the other
     * @return id of the answer that the same person gave to the question in the same words
     */
    public Optional<Long> findSame(Answer given) {
        em.createNativeQuery("select id from member where id = ?1 for no key update").setParameter(1, given.getAnsweredBy().getId()).getResultList();
        return em.createQuery("select a.id from Answer a where a.answeredBy = :by and a.question = :question and a.text = :text and a.deletedAt is null order by a.id", Long.class)
            .setParameter("by", given.getAnsweredBy()).setParameter("question", given.getQuestion()).setParameter("text", given.getText())
            .getResultStream().findFirst();
    }

    /**
     * Adds the answer and counts it.
     *
     * @return false when its question was closed, merged or deleted meanwhile: then nothing is to be kept
     */
    public boolean add(Answer answer) {
        em.persist(answer);
        em.flush();
        return em.createNativeQuery("update question set answer_count = answer_count + 1 where id = ?1 and deleted_at is null and state in ('OPEN', 'ANSWERED')")
            .setParameter(1, answer.getQuestion().getId()).executeUpdate() == 1;
    }

    /** Waits until nobody else changes the answer, reads it anew, and keeps them off till the end. */
    public void hold(Answer answer) {
        em.refresh(answer, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Counts that an answer was withdrawn; a question that has none left waits anew from now on. Whoever accepts it at this moment is told. */
    public void withdrawn(Answer answer, Instant now) {
        em.flush();
        em.createNativeQuery("""
                update question set answer_count = answer_count - 1, version = version + 1, staged_at = case when answer_count = 1 then ?2 else staged_at end
                where id = ?1""")
            .setParameter(1, answer.getQuestion().getId()).setParameter(2, Timestamp.from(now)).executeUpdate();
    }

    /** Counts that it is back. */
    public void restored(Answer answer) {
        em.flush();
        em.createNativeQuery("update question set answer_count = answer_count + 1 where id = ?1").setParameter(1, answer.getQuestion().getId()).executeUpdate();
    }

    public void add(AnswerComment comment) {
        em.persist(comment);
    }

    /** @return the remark with its answer, that one's question and space, and who wrote it, in one statement */
    public Optional<AnswerComment> findComment(long id) {
        return em.createQuery("""
                select c from AnswerComment c join fetch c.answer a join fetch a.question q join fetch q.space join fetch c.writtenBy
                where c.id = :id""", AnswerComment.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /** Removes the remark for good; does nothing the second time. */
    public void remove(AnswerComment comment) {
        em.createQuery("delete from AnswerComment c where c.id = :id").setParameter("id", comment.getId()).executeUpdate();
    }

    /** Notes that the answer helped the member, once however often she says so. */
    public void vote(long answerId, long memberId, Instant now) {
        count(answerId, em.createNativeQuery("insert into answer_vote (answer_id, member_id, voted_at) values (?1, ?2, ?3) on conflict do nothing")
            .setParameter(1, answerId).setParameter(2, memberId).setParameter(3, Timestamp.from(now)).executeUpdate());
    }

    /** Takes that back. */
    public void unvote(long answerId, long memberId) {
        count(answerId, -em.createNativeQuery("delete from answer_vote where answer_id = ?1 and member_id = ?2")
            .setParameter(1, answerId).setParameter(2, memberId).executeUpdate());
    }

    private void count(long answerId, int more) {
        if (more != 0) {
            em.createNativeQuery("update answer set votes = votes + ?2 where id = ?1").setParameter(1, answerId).setParameter(2, more).executeUpdate();
        }
    }
}

package de.krisenaustausch.poll;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.ListKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds polls: one with its questions, lists of a space, those whose time has come, and who has not answered yet. */
@ApplicationScoped
public class PollRepository {

    /** Where counting participants in a list stops. */
    public static final int PARTICIPANTS = 1000;
    private static final long NOBODY = -1;

    @PersistenceContext
    private EntityManager em;

    /** Which polls of a space a list shows. */
    public enum Which {
        /** Those that take answers. */
        OPEN,
        /** Those that take answers and have none of the reader's yet. */
        UNANSWERED,
        /** Those that have ended. */
        CLOSED,
        /** Those of the reader's municipality, drafts too. */
        MINE
    }

    /**
     * @param topicSlug null for all topics
     * @param municipalityId of the reader, null when she has none yet
     */
    public record Filter(long spaceId, Which which, String topicSlug, long memberId, Long municipalityId) {
    }

    /** @return the poll with its space and municipality, in one statement; also a discarded one */
    public Optional<Poll> find(long id) {
        return em.createQuery("select p from Poll p join fetch p.space join fetch p.municipality join fetch p.createdBy where p.id = :id", Poll.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /** @return the poll with its questions and their options, in two statements; also a discarded one */
    public Optional<Poll> findAsked(long id) {
        em.createQuery("select distinct q from PollQuestion q left join fetch q.options where q.poll.id = :id", PollQuestion.class).setParameter("id", id).getResultList();
        return em.createQuery("""
                select distinct p from Poll p join fetch p.space join fetch p.municipality join fetch p.createdBy
                  left join fetch p.questions where p.id = :id""", Poll.class)
            .setParameter("id", id).getResultStream().findFirst();
    }

    /** @return the same with its changes, in a number of statements that does not grow with them */
    public Optional<Poll> findWhole(long id) {
        // lets the changes meet their people here, as documents do with their versions
        em.createQuery("select c from PollChange c join fetch c.changedBy where c.poll.id = :id", PollChange.class).setParameter("id", id).getResultList();
        return findAsked(id);
    }

    /** @return the newest polls of a list, in one statement @param after the last row of the page before; null for the first page */
    public List<PollRow> newest(Filter filter, Instant now, ListKey after, int limit) {
        boolean mine = filter.which() == Which.MINE;
        String time = mine ? "coalesce(p.published_at, p.created_at)" : "p.published_at";
        String answered = "exists (select 1 from poll_participation x where x.poll_id = p.id and "
            + "(p.answered_by = 'PERSON' and x.member_id = ?2 or p.answered_by = 'MUNICIPALITY' and x.municipality_id = ?3))";
        String sql = "select p.id, p.title, p.intro, m.name, m.state, m.population, " + time + ", p.published_at is not null, p.deadline, p.closed_at, p.anonymous, p.answered_by, "
            + "(select count(*) from (select 1 from poll_participation x where x.poll_id = p.id limit " + (PARTICIPANTS + 1) + ") counted), " + answered
            + " from poll p join municipality m on m.id = p.municipality_id where p.space_id = ?1 and p.deleted_at is null"
            + switch (filter.which()) {
                case OPEN -> " and p.published_at is not null and p.closed_at is null and p.deadline > ?4";
                case UNANSWERED -> " and p.published_at is not null and p.closed_at is null and p.deadline > ?4 and not " + answered;
                case CLOSED -> " and p.published_at is not null and (p.closed_at is not null or p.deadline <= ?4)";
                case MINE -> " and p.municipality_id = ?3";
            }
            + (filter.topicSlug() == null ? "" : " and exists (select 1 from poll_topic t join topic y on y.id = t.topic_id where t.poll_id = p.id and y.slug = ?5)")
            + (after == null ? "" : " and (" + time + ", p.id) < (?6, ?7)")
            + " order by " + time + " desc, p.id desc limit " + limit;
        Query query = em.createNativeQuery(sql).setParameter(1, filter.spaceId()).setParameter(2, filter.memberId())
            .setParameter(3, filter.municipalityId() == null ? NOBODY : filter.municipalityId());
        if (!mine) {
            query.setParameter(4, Timestamp.from(now));
        }
        if (filter.topicSlug() != null) {
            query.setParameter(5, filter.topicSlug());
        }
        if (after != null) {
            query.setParameter(6, Timestamp.from(after.at())).setParameter(7, after.id());
        }
        return ((List<?>) query.getResultList()).stream().map(row -> row((Object[]) row)).toList();
    }

    private static PollRow row(Object[] row) {
        return new PollRow(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3], FederalState.valueOf((String) row[4]),
            ((Number) row[5]).intValue(), instant(row[6]), (Boolean) row[7], instant(row[8]), instant(row[9]), (Boolean) row[10],
            AnsweredBy.valueOf((String) row[11]), ((Number) row[12]).intValue(), (Boolean) row[13]);
    }

    private static Instant instant(Object time) {
        return time == null ? null : ((Timestamp) time).toInstant();
    }

    /**
     * Who can still be reminded: active people of the space and, of a space that all members see into, whoever follows it, as far as
     * neither they nor, where each municipality answers once, their municipality took part.
     *
     * @param after id of the last one before; 0 for the first page
     * @return by id, with their municipalities
     */
    public List<Member> missing(long pollId, long after, int limit) {
        return em.createNativeQuery("""
                select m.* from member m, poll p where p.id = ?1 and m.id > ?2 and not m.blocked and m.municipality_id is not null
                  and (exists (select 1 from membership s where s.space_id = p.space_id and s.member_id = m.id and s.state = 'ACTIVE')
                    or exists (select 1 from subscription f join space v on v.id = f.space_id where f.space_id = p.space_id and f.member_id = m.id
                               and f.frequency <> 'OFF' and v.visibility = 'ALL_MEMBERS'))
                  and not exists (select 1 from poll_participation x where x.poll_id = p.id
                    and (p.answered_by = 'PERSON' and x.member_id = m.id or p.answered_by = 'MUNICIPALITY' and x.municipality_id = m.municipality_id))
                order by m.id""", Member.class)
            .setParameter(1, pollId).setParameter(2, after).setMaxResults(limit).getResultList().stream().map(Member.class::cast).toList();
    }

    /** @return ids of running polls whose deadline comes before that moment and of which nobody was reminded; others take none of these meanwhile */
    public List<Long> toRemind(Instant before, int limit) {
        return ids("deadline <= ?1 and closed_at is null and reminded_at is null", before, limit);
    }

    /** @return ids of polls whose time is over and that did not end yet; others take none of these meanwhile */
    public List<Long> toEnd(Instant now, int limit) {
        return ids("(deadline <= ?1 or closed_at is not null)", now, limit);
    }

    private List<Long> ids(String condition, Instant moment, int limit) {
        List<?> found = em.createNativeQuery("select id from poll where published_at is not null and deleted_at is null and ended_at is null and "
                + condition + " order by id limit ?2 for update skip locked")
            .setParameter(1, Timestamp.from(moment)).setParameter(2, limit).getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** @return ids of all polls of the municipality that others can see */
    public List<Long> idsOfMunicipality(long municipalityId) {
        return em.createQuery("select p.id from Poll p where p.municipality.id = :municipality and p.publishedAt is not null order by p.id", Long.class)
            .setParameter("municipality", municipalityId).getResultList();
    }

    /** All that one municipality asked and answered belongs to another from now on; where both took part in a poll, once. */
    public void moveAll(long from, long to) {
        em.createQuery("update Poll p set p.municipality = :to, p.version = p.version + 1 where p.municipality.id = :from")
            .setParameter("from", from).setParameter("to", em.getReference(Municipality.class, to)).executeUpdate();
        for (String sql : List.of(
                "delete from poll_participation f using poll_participation t where f.municipality_id = ?1 and t.municipality_id = ?2 and t.poll_id = f.poll_id",
                "update poll_participation set municipality_id = ?2 where municipality_id = ?1",
                "update poll_response set municipality_id = ?2 where municipality_id = ?1")) {
            em.createNativeQuery(sql).setParameter(1, from).setParameter(2, to).executeUpdate();
        }
    }

    public void add(Poll poll) {
        em.persist(poll);
        em.flush();
    }

    /** Writes what is pending, so that what follows in SQL finds it. */
    public void flush() {
        em.flush();
    }

    /** Forgets what was answered to a poll and who took part, for good. */
    public void forgetAnswers(long pollId) {
        for (String sql : List.of("delete from poll_ballot where poll_id = ?1", "delete from poll_participation where poll_id = ?1")) {
            em.createNativeQuery(sql).setParameter(1, pollId).executeUpdate();
        }
    }
}

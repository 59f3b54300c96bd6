package de.krisenaustausch.poll;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores who took part and what was answered, apart from each other.
 *
 * <p>Of an anonymous poll no column joins the two: a ballot has a random key, no person, no municipality and no time; participation
 * has neither time nor number. What could still join them is the order of the rows, which a dump keeps. So each vote moves some
 * other ballots of the poll to the end with it, all of them under new keys and in random order, and when the poll ends all of them
 * are written anew in random order. While a poll runs, whoever reads the live database with its inner columns (xmin, ctid) or compares
 * two dumps therefore finds a vote among {@value #COMPANY} others, or among all while there are fewer; of a poll that has ended she
 * finds nothing. Not covered: log files of the database that keep statements (log_statement), and archived WAL.
 */
@ApplicationScoped
public class VoteRepository {

    /** So many other ballots are moved with each anonymous one. */
    static final int COMPANY = 7;

    @PersistenceContext
    private EntityManager em;

    /** Who answers: a person, or a municipality; one of the two is null. */
    public record Voter(Long memberId, Long municipalityId) {

        /** @return who counts as one in this poll, when that member answers */
        public static Voter of(Poll poll, Member member) {
            return poll.getAnsweredBy() == AnsweredBy.PERSON ? new Voter(member.getId(), null) : new Voter(null, member.getMunicipality().getId());
        }
    }

    /**
     * Whose ballot it is, of a named poll.
     *
     * @param changedBy who changed it last; null when nobody did
     * @param revision how often it was written; a form sends it back
     */
    public record Response(UUID ballot, long municipalityId, String municipality, String person, Instant answeredAt, String changedBy, Instant changedAt, int revision) {
    }

    /**
     * Keeps the poll as it is until the transaction ends: it can be neither closed nor changed, but others can vote. Whoever ends it waits
     * until all who hold it are done.
     */
    public void hold(long pollId) {
        em.createNativeQuery("select id from poll where id = ?1 for share").setParameter(1, pollId).getResultList();
    }

    /** Waits until nobody votes, and lets nobody begin until the transaction ends. */
    public void lock(long pollId) {
        em.createNativeQuery("select id from poll where id = ?1 for update").setParameter(1, pollId).getResultList();
    }

    /** Notes that somebody takes part; waits for whoever does the same for the same voter. @return false when that was noted before */
    public boolean participate(long pollId, Voter voter) {
        boolean person = voter.memberId() != null;
        return em.createNativeQuery("insert into poll_participation (poll_id, " + (person ? "member_id" : "municipality_id") + ") values (?1, ?2) on conflict do nothing")
            .setParameter(1, pollId).setParameter(2, person ? voter.memberId() : voter.municipalityId()).executeUpdate() == 1;
    }

    public boolean hasTakenPart(long pollId, Voter voter) {
        boolean person = voter.memberId() != null;
        return !em.createNativeQuery("select 1 from poll_participation where poll_id = ?1 and " + (person ? "member_id" : "municipality_id") + " = ?2")
            .setParameter(1, pollId).setParameter(2, person ? voter.memberId() : voter.municipalityId()).getResultList().isEmpty();
    }

    /** Casts a ballot that nobody can find again. @param from the voter's municipality, of which at most one coarse fact is kept */
    public void castAnonymously(Poll poll, Municipality from, List<Answer> answers) {
        Breakdown kept = poll.getBreakdown();
        UUID ballot = ballot(poll, kept == Breakdown.STATE ? from : null, kept == Breakdown.SIZE ? from : null, kept == Breakdown.KIND ? from : null);
        write(ballot, poll, answers);
        scatter(poll.getId(), """
            select id from poll_ballot where id = cast(?2 as uuid) or id in (select id from (
              (select id from poll_ballot where poll_id = ?1 and id >= cast(?3 as uuid) and id <> cast(?2 as uuid) order by id limit %1$d) union all
              (select id from poll_ballot where poll_id = ?1 and id < cast(?3 as uuid) and id <> cast(?2 as uuid) order by id limit %1$d)) near limit %1$d)
            for update skip locked""".formatted(COMPANY), ballot.toString(), UUID.randomUUID().toString());
    }

    /** Casts a ballot with a name on it. */
    public void cast(Poll poll, Member by, List<Answer> answers, Instant now) {
        Municipality from = by.getMunicipality();
        UUID ballot = ballot(poll, from, from, from);
        write(ballot, poll, answers);
        em.createNativeQuery("insert into poll_response (ballot_id, poll_id, anonymous, municipality_id, member_id, answered_at, revision) values (cast(?1 as uuid), ?2, false, ?3, ?4, ?5, 1)")
            .setParameter(1, ballot.toString()).setParameter(2, poll.getId()).setParameter(3, from.getId()).setParameter(4, by.getId())
            .setParameter(5, Timestamp.from(now)).executeUpdate();
    }

    /** Writes a named ballot anew. @throws ChangedMeanwhileException when somebody else did since the revision was read */
    public void amend(Poll poll, Response response, int revision, Member by, List<Answer> answers, Instant now) {
        int changed = em.createNativeQuery("update poll_response set revision = revision + 1, changed_by_id = ?3, changed_at = ?4 where ballot_id = cast(?1 as uuid) and revision = ?2")
            .setParameter(1, response.ballot().toString()).setParameter(2, revision).setParameter(3, by.getId()).setParameter(4, Timestamp.from(now)).executeUpdate();
        if (changed == 0) {
            throw new ChangedMeanwhileException();
        }
        em.createNativeQuery("delete from poll_answer where ballot_id = cast(?1 as uuid)").setParameter(1, response.ballot().toString()).executeUpdate();
        write(response.ballot(), poll, answers);
    }

    private UUID ballot(Poll poll, Municipality state, Municipality size, Municipality kind) {
        UUID id = UUID.randomUUID();
        em.createNativeQuery("insert into poll_ballot (id, poll_id, state, size_class, kind) values (cast(?1 as uuid), ?2, nullif(?3, ''), nullif(?4, ''), nullif(?5, ''))")
            .setParameter(1, id.toString()).setParameter(2, poll.getId()).setParameter(3, state == null ? "" : state.getState().name())
            .setParameter(4, size == null ? "" : size.getSizeClass().name()).setParameter(5, kind == null ? "" : kind.getKind().name()).executeUpdate();
        return id;
    }

    /** All rows in one statement, whose text depends on the kinds of the answers only. Chosen options are numbered from 1, so that who chose any can be counted by the first. */
    private void write(UUID ballot, Poll poll, List<Answer> answers) {
        List<String> rows = new ArrayList<>();
        List<Object> values = new ArrayList<>(List.of(ballot.toString()));
        for (Answer answer : answers) {
            values.add(answer.questionId());
            String question = "(cast(?1 as uuid), cast(?" + values.size() + " as bigint), ";
            for (int i = 0; i < answer.options().size(); i++) {
                values.add(answer.options().get(i));
                rows.add(question + "cast(?" + values.size() + " as bigint), " + (i + 1) + ", null, null)");
            }
            if (answer.number() != null) {
                values.add(answer.number());
                rows.add(question + "null, null, cast(?" + values.size() + " as numeric), null)");
            }
            if (answer.text() != null) {
                values.add(answer.text());
                rows.add(question + "null, null, null, ?" + values.size() + ")");
            }
        }
        Query query = em.createNativeQuery("insert into poll_answer (ballot_id, question_id, option_id, place, number, text) values " + String.join(", ", rows));
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        query.executeUpdate();
    }

    /** Writes all ballots of a poll that has ended anew, in random order and under new keys: nothing is left of the order in which they came. */
    public void scatter(long pollId) {
        scatter(pollId, "select id from poll_ballot where poll_id = ?1");
    }

    private void scatter(long pollId, String which, Object... more) {
        Query query = em.createNativeQuery("""
            with chosen as materialized (%s), fresh as materialized (select id as old, gen_random_uuid() as id from chosen),
              b as (insert into poll_ballot (id, poll_id, state, size_class, kind)
                select f.id, o.poll_id, o.state, o.size_class, o.kind from fresh f join poll_ballot o on o.id = f.old order by f.id),
              a as (insert into poll_answer (ballot_id, question_id, option_id, place, number, text)
                select f.id, o.question_id, o.option_id, o.place, o.number, o.text from fresh f join poll_answer o on o.ballot_id = f.old order by f.id)
            delete from poll_ballot where poll_id = ?1 and id in (select old from fresh)""".formatted(which)).setParameter(1, pollId);
        for (int i = 0; i < more.length; i++) {
            query.setParameter(i + 2, more[i]);
        }
        query.executeUpdate();
    }

    /** @return what a voter answered to a named poll, whoever of the municipality wrote it */
    public Optional<Response> response(Poll poll, Voter voter) {
        boolean person = voter.memberId() != null;
        return responses("r.poll_id = ?1 and r." + (person ? "member_id" : "municipality_id") + " = ?2 order by r.answered_at desc limit 1",
            poll.getId(), person ? voter.memberId() : voter.municipalityId()).stream().findFirst();
    }

    /** @return who answered a named poll, the last first @param after the last one of the page before; null for the first page */
    public List<Response> responses(long pollId, Response after, int limit) {
        return after == null ? responses("r.poll_id = ?1 order by r.answered_at desc, r.ballot_id desc limit ?2", pollId, limit)
            : responses("r.poll_id = ?1 and (r.answered_at, r.ballot_id) < (?3, cast(?4 as uuid)) order by r.answered_at desc, r.ballot_id desc limit ?2",
                pollId, limit, Timestamp.from(after.answeredAt()), after.ballot().toString());
    }

    private List<Response> responses(String condition, Object... values) {
        Query query = em.createNativeQuery("""
            select cast(r.ballot_id as varchar), r.municipality_id, m.name, p.given_name || ' ' || p.family_name, r.answered_at, c.given_name || ' ' || c.family_name, r.changed_at, r.revision
            from poll_response r join municipality m on m.id = r.municipality_id join member p on p.id = r.member_id left join member c on c.id = r.changed_by_id
            where\s""" + condition);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ((List<?>) query.getResultList()).stream().map(each -> {
            Object[] row = (Object[]) each;
            return new Response(UUID.fromString((String) row[0]), ((Number) row[1]).longValue(), (String) row[2], (String) row[3], ((Timestamp) row[4]).toInstant(),
                (String) row[5], row[6] == null ? null : ((Timestamp) row[6]).toInstant(), ((Number) row[7]).intValue());
        }).toList();
    }

    /** @return what stands on these ballots of a named poll, in one statement */
    public Map<UUID, List<Answer>> answers(List<UUID> ballots) {
        Map<UUID, Map<Long, Answer>> found = new LinkedHashMap<>();
        ballots.forEach(ballot -> found.put(ballot, new LinkedHashMap<>()));
        if (!ballots.isEmpty()) {
            List<?> rows = em.createNativeQuery("select cast(a.ballot_id as varchar), a.question_id, a.option_id, a.number, a.text from poll_answer a where a.ballot_id in ("
                + String.join(",", ballots.stream().map(ballot -> "'" + ballot + "'").toList()) + ") order by a.question_id, a.place").getResultList();
            rows.forEach(each -> {
                Object[] row = (Object[]) each;
                long question = ((Number) row[1]).longValue();
                found.get(UUID.fromString((String) row[0])).merge(question, new Answer(question, row[2] == null ? List.of() : List.of(((Number) row[2]).longValue()),
                    (java.math.BigDecimal) row[3], (String) row[4]), VoteRepository::together);
            });
        }
        Map<UUID, List<Answer>> answers = new LinkedHashMap<>();
        found.forEach((ballot, byQuestion) -> answers.put(ballot, List.copyOf(byQuestion.values())));
        return answers;
    }

    private static Answer together(Answer one, Answer next) {
        List<Long> options = new ArrayList<>(one.options());
        options.addAll(next.options());
        return Answer.of(one.questionId(), options);
    }

    /** @return how many took part */
    public int participants(long pollId) {
        return ((Number) em.createNativeQuery("select count(*) from poll_participation where poll_id = ?1").setParameter(1, pollId).getSingleResult()).intValue();
    }
}

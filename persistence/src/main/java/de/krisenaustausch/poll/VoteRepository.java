package de.krisenaustausch.poll;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
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
 * finds nothing. Not covered: log files of the database that keep statements (log_statement), archived WAL, and pages of the disk before
 * they are vacuumed.
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

        private String column() {
            return memberId == null ? "municipality_id" : "member_id";
        }

        private Long id() {
            return memberId == null ? municipalityId : memberId;
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

    public boolean hasTakenPart(long pollId, Voter voter) {
        return !em.createNativeQuery("select 1 from poll_participation where poll_id = ?1 and " + voter.column() + " = ?2")
            .setParameter(1, pollId).setParameter(2, voter.id()).getResultList().isEmpty();
    }

    /**
     * Casts a ballot that nobody can find again, in one statement; waits for whoever does the same for the same voter.
     *
     * @param by of whose municipality at most one coarse fact is kept
     * @return false, and nothing is written, when the voter took part before
     */
    public boolean castAnonymously(Poll poll, Member by, List<Answer> answers) {
        BoundValues values = new BoundValues();
        Breakdown kept = poll.getBreakdown();
        Municipality from = by.getMunicipality();
        String id = values.add(poll.getId(), "bigint");
        String random = values.add(UUID.randomUUID().toString(), "uuid");
        String sql = "with part as (" + participation(poll, by, values) + """
            ), near as materialized (select o.* from poll_ballot o where exists (select 1 from part) and o.id in (select id from (
                (select id from poll_ballot where poll_id = %1$s and id >= %2$s order by id limit %3$d) union all
                (select id from poll_ballot where poll_id = %1$s and id < %2$s order by id limit %3$d)) around limit %3$d) for update skip locked),
              fresh as materialized (select id as old, gen_random_uuid() as id, poll_id, state, size_class, kind from near
                union all select null, gen_random_uuid(), poll_id, %4$s from part),
              b as (insert into poll_ballot (id, poll_id, state, size_class, kind) select id, poll_id, state, size_class, kind from fresh order by id),
              gone as (delete from poll_ballot where id in (select old from fresh))
            insert into poll_answer (ballot_id, question_id, option_id, place, number, text)
              select f.id, o.question_id, o.option_id, o.place, o.number, o.text from fresh f join poll_answer o on o.ballot_id = f.old
              union all select f.id, v.* from fresh f cross join (values %5$s) v where f.old is null order by 1""".formatted(id, random, COMPANY,
            facts(kept == Breakdown.STATE ? from : null, kept == Breakdown.SIZE ? from : null, kept == Breakdown.KIND ? from : null, values), rows(answers, values));
        return values.query(em, sql).executeUpdate() > 0;
    }

    /**
     * Casts a ballot with a name on it, in one statement; waits for whoever does the same for the same voter.
     *
     * @return false, and nothing is written, when the voter took part before
     */
    public boolean cast(Poll poll, Member by, List<Answer> answers, Instant now) {
        BoundValues values = new BoundValues();
        Municipality from = by.getMunicipality();
        String ballot = values.add(UUID.randomUUID().toString(), "uuid");
        String sql = "with part as (" + participation(poll, by, values) + "), b as (insert into poll_ballot (id, poll_id, state, size_class, kind) select " + ballot + ", poll_id, "
            + facts(from, from, from, values) + " from part), a as (insert into poll_answer (ballot_id, question_id, option_id, place, number, text) select " + ballot
            + ", v.* from part cross join (values " + rows(answers, values) + ") v) insert into poll_response (ballot_id, poll_id, anonymous, municipality_id, member_id, answered_at, revision) select "
            + ballot + ", poll_id, false, " + values.add(from.getId(), "bigint") + ", " + values.add(by.getId(), "bigint") + ", " + values.add(Timestamp.from(now), "timestamptz") + ", 1 from part";
        return values.query(em, sql).executeUpdate() > 0;
    }

    /** Writes a named ballot anew. @throws ChangedMeanwhileException when somebody else did since the revision was read */
    public void amend(Poll poll, Response response, int revision, Member by, List<Answer> answers, Instant now) {
        int changed = em.createNativeQuery("update poll_response set revision = revision + 1, changed_by_id = ?3, changed_at = ?4 where ballot_id = cast(?1 as uuid) and revision = ?2")
            .setParameter(1, response.ballot().toString()).setParameter(2, revision).setParameter(3, by.getId()).setParameter(4, Timestamp.from(now)).executeUpdate();
        if (changed == 0) {
            throw new ChangedMeanwhileException();
        }
        em.createNativeQuery("delete from poll_answer where ballot_id = cast(?1 as uuid)").setParameter(1, response.ballot().toString()).executeUpdate();
        BoundValues values = new BoundValues();
        values.query(em, "insert into poll_answer (ballot_id, question_id, option_id, place, number, text) select " + values.add(response.ballot().toString(), "uuid")
            + ", v.* from (values " + rows(answers, values) + ") v").executeUpdate();
    }

    private static String participation(Poll poll, Member by, BoundValues values) {
        Voter voter = Voter.of(poll, by);
        return "insert into poll_participation (poll_id, " + voter.column() + ") values (" + values.add(poll.getId(), "bigint") + ", " + values.add(voter.id(), "bigint") + ") on conflict do nothing returning poll_id";
    }

    private static String facts(Municipality state, Municipality size, Municipality kind, BoundValues values) {
        return values.add(state == null ? null : state.getState().name(), "varchar") + ", " + values.add(size == null ? null : size.getSizeClass().name(), "varchar") + ", "
            + values.add(kind == null ? null : kind.getKind().name(), "varchar");
    }

    /** The statement's text depends on the kinds of the answers only. Chosen options are numbered from 1, so that who chose any can be counted by the first. */
    private static String rows(List<Answer> answers, BoundValues values) {
        List<String> rows = new ArrayList<>();
        for (Answer answer : answers) {
            String question = values.add(answer.questionId(), "bigint");
            for (int i = 0; i < answer.options().size(); i++) {
                rows.add(row(question, answer.options().get(i), i + 1, null, null, values));
            }
            if (answer.number() != null || answer.text() != null) {
                rows.add(row(question, null, null, answer.number(), answer.text(), values));
            }
        }
        return String.join(", ", rows);
    }

    private static String row(String question, Long option, Integer place, BigDecimal number, String text, BoundValues values) {
        return "(" + question + ", " + values.add(option, "bigint") + ", cast(" + place + " as int), " + values.add(number, "numeric") + ", " + values.add(text, "varchar") + ")";
    }

    /** Writes all ballots of a poll that has ended anew, in random order and under new keys: nothing is left of the order in which they came. */
    public void scatter(long pollId) {
        em.createNativeQuery("""
            with fresh as materialized (select id as old, gen_random_uuid() as id, state, size_class, kind from poll_ballot where poll_id = ?1),
              b as (insert into poll_ballot (id, poll_id, state, size_class, kind) select id, ?1, state, size_class, kind from fresh order by id),
              a as (insert into poll_answer (ballot_id, question_id, option_id, place, number, text)
                select f.id, o.question_id, o.option_id, o.place, o.number, o.text from fresh f join poll_answer o on o.ballot_id = f.old order by f.id)
            delete from poll_ballot where poll_id = ?1 and id in (select old from fresh)""").setParameter(1, pollId).executeUpdate();
    }

    /** @return what a voter answered to a named poll, whoever of the municipality wrote it */
    public Optional<Response> response(Poll poll, Voter voter) {
        return responses("r.poll_id = ?1 and r." + voter.column() + " = ?2 order by r.answered_at desc limit 1", poll.getId(), voter.id()).stream().findFirst();
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
                    (BigDecimal) row[3], (String) row[4]), VoteRepository::together);
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

package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.poll.VoteRepository.Response;
import de.krisenaustausch.poll.VoteRepository.Voter;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.space.Space;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoteRepositoryTest extends DatabaseTest {

    private VoteRepository votes;
    private Municipality ulm;
    private Member erika;
    private Space space;

    @BeforeEach
    void create() {
        votes = on(new VoteRepository());
        ulm = given.municipality("Stadt Ulm", 126_000);
        erika = given.member("Muster", ulm);
        space = given.space("umfragen");
    }

    /** Some of these commit: what they wrote is no business of the other tests in this database. */
    @AfterEach
    void clean() {
        committed(other -> {
            for (String table : List.of("poll_ballot", "poll_participation", "poll_option", "poll_topic", "poll_change", "poll_question", "poll",
                    "space", "association", "member", "municipality", "topic")) {
                other.createNativeQuery("delete from " + table).executeUpdate();
            }
            return null;
        });
    }

    private List<Answer> answers(Poll poll, int option, String number) {
        return poll.check(List.of(Answer.of(poll.getQuestions().get(0).getId(), List.of(poll.getQuestions().get(0).getOptions().get(option).getId())),
            new Answer(poll.getQuestions().get(1).getId(), List.of(), new BigDecimal(number), null)));
    }

    private Poll named() {
        return given.poll(space, erika, Fixtures.named("Mit Namen"), Fixtures.question(QuestionKind.SINGLE), Fixtures.question(QuestionKind.NUMBER));
    }

    private Poll anonymous(Breakdown breakdown) {
        return given.poll(space, erika, Fixtures.anonymous("Ohne Namen", breakdown), Fixtures.question(QuestionKind.SINGLE), Fixtures.question(QuestionKind.NUMBER));
    }

    @Test
    void aNamedAnswerIsFoundAndAmendedOnceForEachRevision() {
        Poll poll = named();
        Voter voter = Voter.of(poll, erika);
        assertThat(votes.cast(poll, erika, answers(poll, 0, "1.25"), Fixtures.NOW)).isTrue();
        assertThat(votes.cast(poll, erika, answers(poll, 1, "2"), Fixtures.NOW)).as("a second time").isFalse();

        Response first = votes.response(poll, voter).orElseThrow();
        assertThat(votes.answers(List.of(first.ballot())).get(first.ballot())).isEqualTo(List.of(answers(poll, 0, "1.25").get(0),
            new Answer(poll.getQuestions().get(1).getId(), List.of(), new BigDecimal("1.2500"), null)));
        Member colleague = given.member("Kollegin", ulm);
        em.flush();
        votes.amend(poll, first, 1, colleague, answers(poll, 2, "7"), Fixtures.NOW.plusSeconds(1));
        Response second = votes.response(poll, voter).orElseThrow();
        assertThat(second.changedBy()).isEqualTo("Erika Kollegin");
        assertThat(second.revision()).isEqualTo(2);
        assertThat(votes.answers(List.of(second.ballot())).get(second.ballot()).get(0)).isEqualTo(answers(poll, 2, "7").get(0));
        assertThatThrownBy(() -> votes.amend(poll, second, 1, erika, answers(poll, 1, "8"), Fixtures.NOW)).isInstanceOf(ChangedMeanwhileException.class);
        assertThat(votes.participants(poll.getId())).isEqualTo(1);
    }

    @Test
    void aRankingKeepsItsOrder() {
        Poll poll = given.poll(space, erika, Fixtures.named("Rang"), Fixtures.question(QuestionKind.RANKING));
        List<Long> order = poll.getQuestions().get(0).getOptions().stream().map(PollOption::getId).sorted(java.util.Comparator.reverseOrder()).toList();
        votes.cast(poll, erika, poll.check(List.of(Answer.of(poll.getQuestions().get(0).getId(), order))), Fixtures.NOW);

        Response response = votes.response(poll, Voter.of(poll, erika)).orElseThrow();
        assertThat(votes.answers(List.of(response.ballot())).get(response.ballot()).get(0).options()).isEqualTo(order);
    }

    /** The database itself refuses to say whose an anonymous ballot is. */
    @Test
    void noAnonymousBallotCanHaveAName() {
        Poll poll = anonymous(null);
        assertThatThrownBy(() -> votes.cast(poll, erika, answers(poll, 0, "1"), Fixtures.NOW)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void anAnonymousBallotKeepsOneCoarseFactAtMost() {
        for (Breakdown breakdown : new Breakdown[] {null, Breakdown.STATE, Breakdown.SIZE, Breakdown.KIND}) {
            Poll poll = anonymous(breakdown);
            votes.castAnonymously(poll, erika, answers(poll, 0, "1"));
            Object[] kept = (Object[]) em.createNativeQuery("select state, size_class, kind from poll_ballot where poll_id = ?1").setParameter(1, poll.getId()).getSingleResult();
            assertThat(kept).containsExactly(breakdown == Breakdown.STATE ? "BW" : null, breakdown == Breakdown.SIZE ? "GK3" : null, breakdown == Breakdown.KIND ? "TOWN" : null);
        }
    }

    /** No column of a ballot and its answers is one of participation, but the poll itself; and there is no time in either. */
    @Test
    void nothingInTheSchemaJoinsWhoTookPartAndWhatWasAnswered() {
        List<Object> participation = columns("poll_participation");
        List<Object> ballots = new ArrayList<>(columns("poll_ballot"));
        ballots.addAll(columns("poll_answer"));
        assertThat(participation).containsExactlyInAnyOrder("poll_id bigint", "member_id bigint", "municipality_id bigint");
        assertThat(ballots).doesNotContainAnyElementsOf(List.of("member_id bigint", "municipality_id bigint")).noneMatch(column -> column.toString().matches(".*(time|date|serial).*"));
        assertThat(select("select confrelid::regclass::text from pg_constraint where contype = 'f' and conrelid in ('poll_ballot'::regclass, 'poll_answer'::regclass)"))
            .containsOnly("poll", "poll_ballot", "poll_question", "poll_option");
    }

    private List<Object> columns(String table) {
        return select("select column_name || ' ' || data_type from information_schema.columns where table_name = ?1", table);
    }

    /**
     * A dump writes rows in the order in which they lie. Forty people vote one after the other, each committed; each answers with a number
     * that only this test can trace back to her. Joined by place or by transaction, votes must not come out.
     */
    @Test
    void aDumpCanNotJoinThem() {
        int people = 40;
        long id = committed(other -> {
            Fixtures fixtures = new Fixtures(other);
            Poll poll = fixtures.poll(fixtures.space("dump"), fixtures.member("Fragt", fixtures.municipality("Stadt Dump", 20_000)),
                Fixtures.anonymous("Dump", Breakdown.STATE), Fixtures.question(QuestionKind.SINGLE), Fixtures.question(QuestionKind.NUMBER));
            return poll.getId();
        });
        List<Long> members = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int number = i;
            members.add(committed(other -> vote(other, id, number)));
        }

        List<Object> byTime = select("select member_id from poll_participation where poll_id = ?1 order by xmin::text::bigint", id);
        assertThat(byTime.stream().map(each -> ((Number) each).longValue())).as("in which order they came can be seen").isEqualTo(members);
        List<Integer> running = numbers("order by b.ctid", id);
        assertThat(hits(numbers("order by b.xmin::text::bigint", id))).as("votes found by their transaction while the poll runs").isLessThan(people / 4);
        assertThat(hits(running)).as("votes found by their place while the poll runs, of " + people).isLessThan(people / 4);
        // with the inner columns of the live database: how many ballots each transaction of a voter leads to
        List<Object> company = select("select count(*) over (partition by b.xmin::text) from poll_ballot b where b.poll_id = ?1 and b.xmin::text = "
            + "(select max(x.xmin::text::bigint)::text from poll_participation x where x.poll_id = ?1)", id);
        assertThat(company).as("ballots that came with the last voter's").hasSizeGreaterThanOrEqualTo(5);

        committed(other -> {
            on(new VoteRepository(), other).scatter(id);
            return null;
        });
        List<Integer> ended = numbers("order by b.ctid", id);
        assertThat(hits(ended)).as("votes found by their place when the poll has ended").isLessThan(people / 4);
        assertThat(new HashSet<>(ended)).hasSize(people);
        assertThat(new HashSet<>(select("select b.xmin::text from poll_ballot b where b.poll_id = ?1", id))).as("transactions of ballots").hasSize(1);
        assertThat(new HashSet<>(select("select a.xmin::text from poll_answer a join poll_ballot b on b.id = a.ballot_id where b.poll_id = ?1", id))).hasSize(1);
        assertThat(hits(numbers("order by a.ctid", id))).as("answers found by their place").isLessThan(people / 4);
    }

    private Long vote(EntityManager other, long pollId, int number) {
        Member member = new Fixtures(other).member("Wählt" + number, new Fixtures(other).municipality("Gemeinde Dump " + number, 900));
        other.flush();
        VoteRepository there = on(new VoteRepository(), other);
        there.hold(pollId);
        Poll poll = on(new PollRepository(), other).findWhole(pollId).orElseThrow();
        assertThat(there.castAnonymously(poll, member, answers(poll, 0, String.valueOf(number)))).isTrue();
        return member.getId();
    }

    private List<Integer> numbers(String order, long pollId) {
        return select("select a.number from poll_ballot b join poll_answer a on a.ballot_id = b.id where b.poll_id = ?1 and a.number is not null " + order, pollId).stream()
            .map(each -> ((BigDecimal) each).intValue()).toList();
    }

    /** @return how many stand where the n-th voter's answer would stand */
    private static long hits(List<Integer> numbers) {
        return java.util.stream.IntStream.range(0, numbers.size()).filter(i -> numbers.get(i) == i).count();
    }

    /**
     * 200 people vote at once while the poll is ended: every vote that was acknowledged is there, none that came after the end, none twice,
     * though each tries it twice.
     */
    @Test
    void everyAcknowledgedVoteCountsOnce() throws Exception {
        int people = 200;
        long[] ids = new long[people];
        long id = committed(other -> {
            Fixtures fixtures = new Fixtures(other);
            Municipality town = fixtures.municipality("Stadt Eile", 20_000);
            for (int i = 0; i < people; i++) {
                ids[i] = fixtures.member("Eilt" + i, town).getId();
            }
            return fixtures.poll(fixtures.space("eile"), fixtures.member("Fragt", town), Fixtures.anonymous("Eile", null),
                Fixtures.question(QuestionKind.SINGLE), Fixtures.question(QuestionKind.NUMBER)).getId();
        });
        ExecutorService pool = Executors.newFixedThreadPool(40);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < 2 * people; i++) {
            int number = i % people;
            attempts.add(pool.submit(() -> {
                go.await();
                return committed(other -> tryVote(other, id, ids[number], number)) ? number : -1;
            }));
        }
        Future<Integer> end = pool.submit(() -> {
            go.await();
            return committed(other -> {
                on(new VoteRepository(), other).lock(id);
                Poll poll = on(new PollRepository(), other).find(id).orElseThrow();
                poll.close(other.find(Member.class, ids[0]), Fixtures.NOW.plusSeconds(1));
                other.flush();
                on(new VoteRepository(), other).scatter(id);
                return on(new ResultRepository(), other).ballots(id, ResultRepository.Part.ALL);
            });
        });
        go.countDown();
        List<Integer> acknowledged = new ArrayList<>();
        for (Future<Integer> attempt : attempts) {
            if (attempt.get() >= 0) {
                acknowledged.add(attempt.get());
            }
        }
        int counted = end.get();
        pool.shutdown();

        Set<Integer> once = new HashSet<>(acknowledged);
        assertThat(acknowledged).as("none twice").hasSameSizeAs(once);
        assertThat(once).as("none after the end").hasSize(counted);
        assertThat(new HashSet<>(numbers("", id))).as("what counts is what was acknowledged").isEqualTo(once);
        assertThat(numbers("", id)).hasSameSizeAs(once);
        assertThat(votes.participants(id)).isEqualTo(once.size());
    }

    private boolean tryVote(EntityManager other, long pollId, long memberId, int number) {
        VoteRepository there = on(new VoteRepository(), other);
        there.hold(pollId);
        Poll poll = on(new PollRepository(), other).findWhole(pollId).orElseThrow();
        Member member = other.find(Member.class, memberId);
        return poll.stateAt(Fixtures.NOW.plusSeconds(2)) == Poll.State.OPEN && there.castAnonymously(poll, member, answers(poll, 0, String.valueOf(number)));
    }
}

package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.poll.PollRepository.Filter;
import de.krisenaustausch.poll.PollRepository.Which;
import de.krisenaustausch.poll.VoteRepository.Voter;
import de.krisenaustausch.shared.ListKey;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollRepositoryTest extends DatabaseTest {

    private static final Instant NOW = Fixtures.NOW;

    private PollRepository polls;
    private Topic topic;
    private Space space;
    private Member asks;
    private Member answers;

    @BeforeEach
    void create() {
        polls = on(new PollRepository());
        topic = given.topic("Umfragethema");
        space = given.space("umfragenliste", topic);
        asks = given.member("Fragt", given.municipality("Stadt Fragt", 60_000));
        answers = given.member("Antwortet", given.municipality("Stadt Antwortet", 60_000));
    }

    private Poll open(String title, Instant at, AnsweredBy by, Topic... topics) {
        Poll poll = Poll.draft(space, asks, new Poll.Description(title, null, List.of(topics), by, false, null, ResultsFor.LIVE, NOW.plus(Duration.ofDays(3))),
            List.of(Fixtures.question(QuestionKind.TEXT)), at);
        poll.publish(at);
        em.persist(poll);
        em.flush();
        return poll;
    }

    private void answer(Poll poll, Member by) {
        on(new VoteRepository()).cast(poll, by, List.of(new Answer(poll.getQuestions().get(0).getId(), List.of(), null, "Ja")), NOW);
    }

    private List<String> titles(Which which, String topicSlug, Member reader) {
        return polls.newest(new Filter(space.getId(), which, topicSlug, reader.getId(), reader.getMunicipality().getId()), NOW.plusSeconds(60), null, 50).stream().map(PollRow::title).toList();
    }

    @Test
    void listsWhatIsAskedFor() {
        open("offen", NOW, AnsweredBy.PERSON, topic);
        Poll answered = open("beantwortet", NOW.minusSeconds(1), AnsweredBy.MUNICIPALITY);
        answer(answered, answers);
        open("zu", NOW.minusSeconds(2), AnsweredBy.PERSON).close(asks, NOW);
        open("weg", NOW, AnsweredBy.PERSON).discard(NOW);
        em.persist(Poll.draft(space, asks, Fixtures.named("Entwurf"), List.of(), NOW.plusSeconds(1)));
        flushAndClear();

        assertThat(titles(Which.OPEN, null, answers)).containsExactly("offen", "beantwortet");
        assertThat(titles(Which.OPEN, "umfragethema", answers)).containsExactly("offen");
        assertThat(titles(Which.UNANSWERED, null, answers)).containsExactly("offen");
        assertThat(titles(Which.CLOSED, null, answers)).containsExactly("zu");
        assertThat(titles(Which.MINE, null, answers)).isEmpty();
        assertThat(titles(Which.MINE, null, asks)).containsExactly("Entwurf", "offen", "beantwortet", "zu");
        PollRow row = polls.newest(new Filter(space.getId(), Which.OPEN, null, answers.getId(), answers.getMunicipality().getId()), NOW, null, 50).get(1);
        assertThat(row.answered()).isTrue();
        assertThat(row.participants()).isEqualTo(1);
    }

    @Test
    void pagesShowEveryRowOnce() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.add(0, "Umfrage " + i);
            open("Umfrage " + i, NOW.plusSeconds(i / 3), AnsweredBy.PERSON);
        }
        flushAndClear();
        List<String> seen = new ArrayList<>();
        Filter filter = new Filter(space.getId(), Which.OPEN, null, answers.getId(), null);
        for (List<PollRow> page = polls.newest(filter, NOW, null, 2); !page.isEmpty();) {
            page.forEach(row -> seen.add(row.title()));
            page = polls.newest(filter, NOW, ListKey.parse(page.get(page.size() - 1).key().toString()).orElseThrow(), 2);
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void readsAWholePollInAFixedNumberOfStatements() {
        long small = given.poll(space, asks, Fixtures.named("klein"), Fixtures.question(QuestionKind.SINGLE)).getId();
        long large = given.poll(space, asks, Fixtures.named("groß"), Fixtures.question(QuestionKind.SINGLE), Fixtures.question(QuestionKind.RANKING),
            Fixtures.question(QuestionKind.MULTIPLE), Fixtures.question(QuestionKind.NUMBER)).getId();
        int few = statements(() -> options(small)).size();
        assertThat(statements(() -> options(large))).hasSize(few);
    }

    private void options(long id) {
        Poll poll = polls.findWhole(id).orElseThrow();
        assertThat(poll.getTopics()).isEmpty();
        poll.getQuestions().forEach(question -> question.getOptions().forEach(option -> assertThat(option.getLabel()).isNotEmpty()));
        assertThat(poll.getChanges()).isEmpty();
    }

    @Test
    void aDraftIsWrittenAnew() {
        Poll poll = Poll.draft(space, asks, Fixtures.named("alt"), List.of(Fixtures.question(QuestionKind.SINGLE), Fixtures.question(QuestionKind.TEXT)), NOW);
        polls.add(poll);
        flushAndClear();
        polls.findWhole(poll.getId()).orElseThrow().rewrite(Fixtures.named("neu"), List.of(Fixtures.question(QuestionKind.RANKING)));
        flushAndClear();

        assertThat(polls.findWhole(poll.getId()).orElseThrow().getQuestions()).extracting(PollQuestion::getKind).containsExactly(QuestionKind.RANKING);
        assertThat(select("select 1 from poll_option o join poll_question q on q.id = o.question_id where q.poll_id = ?1", poll.getId())).hasSize(3);
    }

    @Test
    void findsWhoHasNotAnswered() {
        Member colleague = given.member("Kollegin", answers.getMunicipality());
        Member silent = given.member("Still", given.municipality("Stadt Still", 900));
        given.member("Fremd", given.municipality("Stadt Fremd", 900));
        for (Member member : List.of(answers, colleague, silent)) {
            em.persist(Membership.moderate(space, member, NOW));
        }
        Poll persons = open("Personen", NOW, AnsweredBy.PERSON);
        Poll towns = open("Kommunen", NOW, AnsweredBy.MUNICIPALITY);
        for (Poll poll : List.of(persons, towns)) {
            answer(poll, answers);
        }
        em.flush();

        assertThat(polls.missing(persons.getId(), 0, 10)).containsExactlyInAnyOrder(colleague, silent);
        assertThat(polls.missing(towns.getId(), 0, 10)).containsExactly(silent);
    }

    @Test
    void findsWhatIsDue() {
        Poll poll = open("fällig", NOW, AnsweredBy.PERSON);
        Instant end = poll.getDeadline();
        assertThat(polls.toRemind(end.minusSeconds(1), 1000)).doesNotContain(poll.getId());
        assertThat(polls.toRemind(end, 1000)).contains(poll.getId());
        assertThat(polls.toEnd(end.minusSeconds(1), 1000)).doesNotContain(poll.getId());
        assertThat(polls.toEnd(end, 1000)).contains(poll.getId());
        poll.reminded(NOW);
        poll.end(end);
        em.flush();
        assertThat(polls.toRemind(end, 1000)).doesNotContain(poll.getId());
        assertThat(polls.toEnd(end, 1000)).doesNotContain(poll.getId());
    }

    @Test
    void whoMergesTookPartOnce() {
        Municipality old = given.municipality("Gemeinde Alt", 900);
        Member goes = given.member("Geht", old);
        Poll both = open("beide", NOW, AnsweredBy.MUNICIPALITY);
        Poll one = open("eine", NOW, AnsweredBy.MUNICIPALITY);
        VoteRepository votes = on(new VoteRepository());
        em.flush();
        answer(both, goes);
        answer(both, answers);
        answer(one, goes);

        polls.moveAll(old.getId(), answers.getMunicipality().getId());
        assertThat(votes.participants(both.getId())).isEqualTo(1);
        assertThat(votes.hasTakenPart(one.getId(), Voter.of(one, answers))).isTrue();
    }
}

package de.krisenaustausch.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.question.Answer;
import de.krisenaustausch.question.AnswerComment;
import de.krisenaustausch.question.Question;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextRepositoryTest extends DatabaseTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    private TextRepository texts;
    private Member by;
    private Topic tax;
    private Space space;

    @BeforeEach
    void create() {
        texts = on(new TextRepository());
        by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
        tax = given.topic("Gewerbesteuer");
        space = given.space("corona", tax);
    }

    @Test
    void readsAQuestionWithItsAcceptedAnswerFirst() {
        Question question = given.question(space, by, "Wer hilft?", Fixtures.NOW, tax);
        given.answer(question, by, "Niemand.");
        Answer accepted = given.answer(question, by, "Das **Land**.");
        question.accept(accepted);
        flushAndClear();

        ContributionText read = texts.read(ContributionKind.QUESTION, List.of(question.getId(), -1L)).get(0);

        assertThat(read.title()).isEqualTo("Wer hilft?");
        assertThat(read.texts()).containsExactly("Das Land.", "Worum es geht", "Niemand.");
        assertThat(read.accepted()).isEqualTo("Das Land.");
        assertThat(read.progress()).isEqualTo(Progress.ANSWERED);
        assertThat(read.topics()).containsExactly(new ContributionText.TopicName("gewerbesteuer", "Gewerbesteuer"));
        assertThat(read.home().name()).isEqualTo("Stadt Ulm");
        assertThat(read.at()).isEqualTo(Fixtures.NOW);
        assertThat(statements(() -> texts.read(ContributionKind.QUESTION, List.of(question.getId())))).hasSize(3);
    }

    @Test
    void readsNothingOfAWithdrawnAnswer() {
        Question question = given.question(space, by, "Wer hilft?", Fixtures.NOW, tax);
        Answer answer = given.answer(question, by, "Niemand.");
        em.persist(new AnswerComment(answer, by, "Doch.", Fixtures.NOW));
        flushAndClear();
        assertThat(texts.read(ContributionKind.QUESTION, List.of(question.getId())).get(0).texts()).containsExactly("Worum es geht", "Niemand.", "Doch.");

        em.find(Answer.class, answer.getId()).delete(Fixtures.NOW);
        flushAndClear();
        assertThat(texts.read(ContributionKind.QUESTION, List.of(question.getId())).get(0).texts()).containsExactly("Worum es geht");
    }

    @Test
    void walksOverWhatIsListed() {
        long first = given.question(space, by, "eins", Fixtures.NOW).getId();
        given.question(space, by, "weg", Fixtures.NOW).delete(Fixtures.NOW);
        long second = given.question(space, by, "zwei", Fixtures.NOW).getId();
        flushAndClear();

        assertThat(texts.idsAfter(ContributionKind.QUESTION, 0, 9)).containsExactly(first, second);
        assertThat(texts.idsAfter(ContributionKind.QUESTION, first, 9)).containsExactly(second);
        assertThat(texts.count(ContributionKind.QUESTION)).isEqualTo(2);
        texts.await(ContributionKind.QUESTION, List.of(first, second));
    }

    @Test
    void aPollStandsInTheStreamAndIsReadWithItsQuestionsWhileItIsNoDraft() {
        em.flush();
        sql("insert into poll (id, version, space_id, title, intro, municipality_id, created_by_id, created_at, published_at, deadline, answered_by, anonymous, results_for) "
            + "select 77, 1, %1$d, 'Umfrage', 'Wozu', municipality_id, id, now(), now(), now() + interval '1 day', 'PERSON', false, 'LIVE' from member where id = %2$d".formatted(space.getId(), by.getId()));
        sql("insert into poll_question (id, version, poll_id, position, kind, text, optional, decimals) values (78, 1, 77, 0, 'SINGLE', 'Wie viele?', false, 0)");
        sql("insert into poll_option (id, version, question_id, position, label) values (79, 1, 78, 0, 'Keine'), (80, 1, 78, 1, 'Viele')");
        ContributionRepository stream = on(new ContributionRepository());
        ContributionRepository.Filter polls = new ContributionRepository.Filter(space.getId(), ContributionKind.POLL, null, null);

        ContributionText read = texts.read(ContributionKind.POLL, List.of(77L)).get(0);
        assertThat(read.texts()).containsExactly("Wie viele?", "Keine", "Viele");
        assertThat(read.description()).isEqualTo("Wozu");
        assertThat(read.progress()).isEqualTo(Progress.OPEN);
        assertThat(stream.newest(polls, null, 9)).extracting(ContributionRow::progress).containsExactly(Progress.OPEN);
        sql("update poll set deadline = now() - interval '1 second' where id = 77");
        assertThat(stream.newest(polls, null, 9)).extracting(ContributionRow::progress).containsExactly(Progress.CLOSED);
        sql("update poll set published_at = null where id = 77");
        assertThat(stream.newest(polls, null, 9)).isEmpty();
        assertThat(texts.read(ContributionKind.POLL, List.of(77L))).isEmpty();
    }

    @Test
    void countsWhatSparedQuestionsAndNotWhose() {
        SparedRepository spared = on(new SparedRepository());
        long question = given.question(space, by, "Wer hilft?", Fixtures.NOW).getId();

        assertThat(spared.find(question)).contains(new SparedRepository.Place(ContributionKind.QUESTION, space.getId(), space.getSlug()));
        assertThat(spared.find(-1)).isEmpty();
        assertThat(spared.of(question)).isZero();
        spared.count(space.getId(), DAY, ContributionKind.QUESTION, question);
        spared.count(space.getId(), DAY, ContributionKind.QUESTION, question);
        spared.count(space.getId(), DAY.plusDays(1), ContributionKind.QUESTION, question);
        assertThat(spared.of(question)).isEqualTo(3);

        spared.takeBack(space.getId(), DAY, question);
        assertThat(spared.of(question)).isEqualTo(2);
        spared.takeBack(space.getId(), DAY, question);
        spared.takeBack(space.getId(), DAY, question);
        assertThat(spared.of(question)).as("no more than was counted").isEqualTo(1);
    }
}

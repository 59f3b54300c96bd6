package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.database.DatabaseTest;
import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.poll.ResultRepository.Bin;
import de.krisenaustausch.poll.ResultRepository.Bins;
import de.krisenaustausch.poll.ResultRepository.Chosen;
import de.krisenaustausch.poll.ResultRepository.Part;
import de.krisenaustausch.poll.ResultRepository.Spread;
import de.krisenaustausch.poll.ResultRepository.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultRepositoryTest extends DatabaseTest {

    private ResultRepository results;
    private Poll poll;
    private PollQuestion several;
    private PollQuestion number;
    private PollQuestion words;

    @BeforeEach
    void answer() {
        results = on(new ResultRepository());
        Member asks = given.member("Fragt", given.municipality("Stadt Fragt", 60_000));
        poll = given.poll(given.space("ergebnis"), asks, Fixtures.named("Ergebnis"), Fixtures.question(QuestionKind.MULTIPLE), Fixtures.question(QuestionKind.NUMBER),
            Fixtures.question(QuestionKind.TEXT));
        several = poll.getQuestions().get(0);
        number = poll.getQuestions().get(1);
        words = poll.getQuestions().get(2);
        vote("Dorf", 2_000, List.of(0), "2");
        vote("Ort", 4_000, List.of(1, 0), "4");
        vote("Stadt", 200_000, List.of(2), "100");
        em.flush();
    }

    private void vote(String place, int population, List<Integer> options, String value) {
        Member member = given.member(place, given.municipality(place, population));
        em.flush();
        on(new VoteRepository()).cast(poll, member, poll.check(List.of(
            Answer.of(several.getId(), options.stream().map(i -> several.getOptions().get(i).getId()).toList()),
            new Answer(number.getId(), List.of(), new BigDecimal(value), null), new Answer(words.getId(), List.of(), null, "Aus " + place))), Fixtures.NOW.minusSeconds(population));
    }

    private long option(int i) {
        return several.getOptions().get(i).getId();
    }

    @Test
    void countsOptionsByPlace() {
        assertThat(results.chosen(List.of(several.getId()), Part.ALL)).containsExactlyInAnyOrder(new Chosen(several.getId(), option(0), 1, 1),
            new Chosen(several.getId(), option(0), 2, 1), new Chosen(several.getId(), option(1), 1, 1), new Chosen(several.getId(), option(2), 1, 1));
        assertThat(results.chosen(List.of(several.getId()), new Part("BW", "GK2", "TOWN"))).containsExactly(new Chosen(several.getId(), option(2), 1, 1));
        assertThat(results.chosen(List.of(several.getId()), new Part("BY", null, null))).isEmpty();
    }

    @Test
    void comparesNumbers() {
        assertThat(results.spreads(List.of(number.getId()), Part.ALL, false)).containsExactly(new Spread(number.getId(), 3, 2, 3, 4, 52, 100, 106 / 3.0));
        assertThat(results.spreads(List.of(number.getId()), Part.ALL, true)).singleElement().satisfies(spread -> {
            assertThat(spread.median()).isEqualTo(1.0);
            assertThat(spread.least()).isEqualTo(0.5);
        });
        assertThat(results.distribution(Map.of(number.getId(), new Bins(0, 50)), Part.ALL, false)).containsExactly(new Bin(number.getId(), 0, 2), new Bin(number.getId(), 2, 1));
        assertThat(results.distribution(Map.of(number.getId(), new Bins(0.5, 0.1)), new Part(null, "GK2", null), true)).as("0.5 for each thousand").containsExactly(new Bin(number.getId(), 0, 1));
    }

    @Test
    void countsCellsAndReadsWords() {
        assertThat(results.cells(poll.getId()).get(Breakdown.STATE)).isEqualTo(Map.of("BW", 3));
        assertThat(results.cells(poll.getId()).get(Breakdown.SIZE)).isEqualTo(Map.of("GK7C", 1, "GK7B", 1, "GK2", 1));
        assertThat(results.ballots(poll.getId(), new Part(null, "GK2", null))).isEqualTo(1);
        assertThat(results.words(List.of(words.getId()), Part.ALL, true, 2)).hasSize(2).contains(new Words(words.getId(), "Aus Dorf", "Dorf", 3)).extracting(Words::municipality).doesNotContainNull();
        assertThat(results.words(List.of(words.getId()), new Part(null, "GK2", null), true, 2)).extracting(Words::of).containsExactly(1);
        assertThat(results.words(List.of(words.getId()), Part.ALL, false, 10)).hasSize(3).extracting(Words::municipality).containsOnlyNulls();
    }
}

package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.VersionedEntity;
import de.krisenaustausch.space.Space;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PollTest {

    private static final Instant NOW = Fixtures.NOW;
    private static final Instant END = NOW.plus(Duration.ofDays(7));

    private final Fixtures given = Fixtures.inMemory();
    private final Space space = given.space("corona", given.topic("Personal"));
    private final Member by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));

    private Poll draft(PollQuestion.Draft... questions) {
        Poll poll = Poll.draft(space, by, Fixtures.named("Umfrage"), List.of(questions), NOW);
        poll.getQuestions().forEach(question -> number(question, 1));
        return poll;
    }

    /** What the database would do. */
    private static void number(VersionedEntity entity, long id) {
        try {
            Field field = VersionedEntity.class.getDeclaredField("id");
            field.setAccessible(true);
            field.set(entity, id);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Poll open() {
        Poll poll = draft(Fixtures.question(QuestionKind.SINGLE));
        poll.publish(NOW);
        return poll;
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(BusinessException.class, failure -> assertThat(failure.getMessageKey()).isEqualTo(key));
    }

    private static PollQuestion.Draft question(QuestionKind kind, List<String> options, Integer most, BigDecimal least, BigDecimal greatest, int decimals) {
        return new PollQuestion.Draft(kind, "Wie?", false, options, most, "Stellen", least, greatest, decimals);
    }

    @Test
    void livesFromDraftToEnd() {
        Poll poll = draft(Fixtures.question(QuestionKind.SINGLE));
        assertThat(poll.stateAt(NOW)).isEqualTo(Poll.State.DRAFT);
        poll.publish(NOW);
        assertThat(poll.stateAt(END.minusNanos(1000))).isEqualTo(Poll.State.OPEN);
        assertThat(poll.stateAt(END)).isEqualTo(Poll.State.CLOSED);
        poll.discard(NOW);
        assertThat(poll.stateAt(NOW)).isEqualTo(Poll.State.DISCARDED);
    }

    @Test
    void isPublishedOnceWithQuestionsAndTime() {
        refused("poll.noQuestions", () -> draft().publish(NOW));
        refused("poll.deadlinePassed", () -> draft(Fixtures.question(QuestionKind.TEXT)).publish(END));
        refused("poll.deadlineFar", () -> draft(Fixtures.question(QuestionKind.TEXT)).publish(END.minus(Duration.ofDays(400))));
        refused("poll.published", () -> open().publish(NOW));
        refused("poll.published", () -> open().rewrite(Fixtures.named("Anders"), List.of()));
    }

    @Test
    void endsEarlyAndSaysSo() {
        Poll poll = open();
        poll.close(by, NOW.plusSeconds(60));
        assertThat(poll.stateAt(NOW.plusSeconds(61))).isEqualTo(Poll.State.CLOSED);
        assertThat(poll.getChanges()).extracting(PollChange::getWhat).containsExactly(PollChange.What.CLOSED);
        refused("poll.notOpen", () -> poll.close(by, NOW.plusSeconds(61)));
        refused("poll.notOpen", () -> poll.extend(END.plusSeconds(1), by, NOW.plusSeconds(61)));
    }

    @Test
    void isExtendedWhileItRuns() {
        Poll poll = open();
        refused("poll.deadlineEarlier", () -> poll.extend(END, by, NOW));
        refused("poll.notOpen", () -> poll.extend(END.plusSeconds(60), by, END));
        poll.extend(END.plusSeconds(60), by, NOW);
        assertThat(poll.stateAt(END)).isEqualTo(Poll.State.OPEN);
        assertThat(poll.getChanges()).singleElement().satisfies(change -> assertThat(change.getBefore()).isEqualTo(END.toString()));
    }

    @Test
    void tellsWhatWasCorrected() {
        Poll poll = open();
        PollQuestion question = poll.getQuestions().get(0);
        poll.correct("Umfrage ", "Neu dabei", new HashMap<>(), new HashMap<>(), by, NOW);
        assertThat(poll.getChanges()).extracting(PollChange::getWhat, PollChange::getBefore, PollChange::getAfter)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(PollChange.What.INTRO, null, "Neu dabei"));
        assertThat(question.getText()).isEqualTo("Frage SINGLE");
        refused("error.required", () -> poll.correct(" ", null, Map.of(), Map.of(), by, NOW));
        refused("poll.notOpen", () -> draft(Fixtures.question(QuestionKind.TEXT)).correct("Titel", null, Map.of(), Map.of(), by, NOW));
    }

    @Test
    void anAnonymousOneShowsNothingWhileItRuns() {
        for (ResultsFor results : ResultsFor.values()) {
            Poll.Description description = new Poll.Description("Titel", null, List.of(), AnsweredBy.PERSON, true, Breakdown.STATE, results, END);
            if (results.isFitForAnonymous()) {
                assertThat(Poll.draft(space, by, description, List.of(), NOW).getBreakdown()).isEqualTo(Breakdown.STATE);
            } else {
                refused("poll.anonymousWaits", () -> Poll.draft(space, by, description, List.of(), NOW));
            }
        }
        assertThat(ResultsFor.LIVE.isFitForAnonymous()).isFalse();
    }

    @Test
    void asksOnlyWhatCanBeAnswered() {
        refused("poll.twoOptions", () -> draft(question(QuestionKind.SINGLE, List.of("eins", " "), null, null, null, 0)));
        refused("poll.sameOption", () -> draft(question(QuestionKind.RANKING, List.of("eins", "eins "), null, null, null, 0)));
        refused("poll.most", () -> draft(question(QuestionKind.MULTIPLE, List.of("eins", "zwei"), 3, null, null, 0)));
        refused("poll.limits", () -> draft(question(QuestionKind.NUMBER, null, null, BigDecimal.TEN, BigDecimal.ONE, 0)));
        refused("poll.decimals", () -> draft(question(QuestionKind.NUMBER, null, null, null, null, 5)));
        refused("poll.number.decimals", () -> draft(question(QuestionKind.NUMBER, null, null, new BigDecimal("0.5"), null, 0)));
        refused("error.required", () -> draft(new PollQuestion.Draft(null, "Wie?", false, null, null, null, null, null, 0)));
        assertThat(draft(Fixtures.question(QuestionKind.YES_NO_NOT_YET)).getQuestions().get(0).getOptions()).extracting(PollOption::getLabel)
            .containsExactly("YES", "NO", "NOT_YET");
    }

    @Test
    void checksNumbers() {
        Consumer<String> answer = number -> draft(question(QuestionKind.NUMBER, null, null, BigDecimal.ZERO, new BigDecimal("100"), 1))
            .getQuestions().get(0).check(new Answer(1, List.of(), new BigDecimal(number), null));
        answer.accept("0");
        answer.accept("99.9");
        answer.accept("1E+2");
        refused("poll.number.least", () -> answer.accept("-0.1"));
        refused("poll.number.greatest", () -> answer.accept("100.1"));
        refused("poll.number.decimals", () -> answer.accept("1.25"));
    }

    @Test
    void wantsAnAnswerWhereOneIsNeeded() {
        PollQuestion needed = draft(Fixtures.question(QuestionKind.TEXT)).getQuestions().get(0);
        refused("poll.unanswered", () -> needed.check(new Answer(1, List.of(), null, "  ")));
        refused("error.tooLong", () -> needed.check(new Answer(1, List.of(), null, "x".repeat(PollQuestion.ANSWER_LENGTH + 1))));
        refused("poll.number", () -> draft(Fixtures.question(QuestionKind.NUMBER)).getQuestions().get(0).check(new Answer(1, List.of(), null, "zwei")));
        refused("poll.unknownQuestion", () -> draft(Fixtures.question(QuestionKind.TEXT)).check(List.of(new Answer(99, List.of(), null, "x"))));
    }
}

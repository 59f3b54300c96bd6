package de.krisenaustausch.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.database.Fixtures;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private final Fixtures given = Fixtures.inMemory();
    private final Member by = given.member("Mutig", given.municipality("Stadt Ulm", 126_000));
    private final Member other = given.member("Anders", given.municipality("Gemeinde Elsewhere", 900));
    private final Topic personnel = given.topic("Personal");
    private final Space space = given.space("corona", personnel);
    private final Question question = given.question(space, by, "Wer hilft?", Fixtures.NOW, personnel);

    private static Question.Wording says(String title, String text, Topic... topics) {
        return new Question.Wording(title, text, List.of(topics), null);
    }

    @Test
    void needsAPersonWithAMunicipalityAndWords() {
        Member stranger = given.stranger("Neu");
        assertThatThrownBy(() -> given.question(space, stranger, "Wer?", Fixtures.NOW)).hasMessageContaining("error.profileIncomplete");
        assertThatThrownBy(() -> Question.ask(space, by, says(" ", "x"), Fixtures.NOW)).hasMessageContaining("field.title");
        assertThatThrownBy(() -> Question.ask(space, by, says("x", "\n"), Fixtures.NOW)).hasMessageContaining("field.question");
        assertThatThrownBy(() -> Question.ask(space, by, says("x".repeat(201), "x"), Fixtures.NOW)).hasMessageContaining("error.tooLong");
        assertThatThrownBy(() -> Question.ask(space, by, says("x", "x".repeat(20_001)), Fixtures.NOW)).hasMessageContaining("error.tooLong");
        assertThatThrownBy(() -> Question.ask(space, by, says("x", "x", given.topic("Fremd")), Fixtures.NOW)).hasMessageContaining("error.foreignTopic");
        assertThat(question.getMunicipality()).isSameAs(by.getMunicipality());
        assertThat(question.getState()).isEqualTo(QuestionState.OPEN);
    }

    @Test
    void keepsWhatItSaidBefore() {
        Revision before = question.reword(says("Wer hilft uns?", "Es eilt.", personnel), other, Fixtures.NOW.plusSeconds(60));
        assertThat(before.getTitle()).isEqualTo("Wer hilft?");
        assertThat(before.getWrittenBy()).isSameAs(by);
        assertThat(before.getWrittenAt()).isEqualTo(Fixtures.NOW);
        assertThat(question.getChangedAt()).isEqualTo(Fixtures.NOW.plusSeconds(60));

        Revision second = question.reword(says("Wer hilft uns?", "Es eilt sehr.", personnel), by, Fixtures.NOW.plusSeconds(90));
        assertThat(second.getText()).isEqualTo("Es eilt.");
        assertThat(second.getWrittenBy()).isSameAs(other);

        assertThat(question.reword(new Question.Wording("Wer hilft uns?", "Es eilt sehr.", List.of(), LocalDate.of(2020, 4, 1)), by, Fixtures.NOW)).isNull();
        assertThat(question.getTopics()).isEmpty();
        assertThat(question.getUrgentUntil()).isEqualTo(LocalDate.of(2020, 4, 1));
    }

    @Test
    void oneAnswerIsAccepted() {
        Answer first = given.answer(question, other, "So.");
        Answer second = given.answer(question, by, "Oder so.");
        question.accept(first);
        assertThat(question.getState()).isEqualTo(QuestionState.ANSWERED);
        question.accept(second);
        assertThat(question.getAccepted()).isSameAs(second);
        question.withdrawAcceptance();
        assertThat(question.getState()).isEqualTo(QuestionState.OPEN);
        assertThat(question.getAccepted()).isNull();
    }

    @Test
    void theAcceptedAnswerThatGoesLeavesTheQuestionOpen() {
        Answer first = given.answer(question, other, "So.");
        Answer second = given.answer(question, by, "Oder so.");
        question.accept(first);
        second.delete(Fixtures.NOW);
        assertThat(question.getState()).isEqualTo(QuestionState.ANSWERED);
        first.delete(Fixtures.NOW);
        assertThat(question.getState()).isEqualTo(QuestionState.OPEN);
        assertThat(question.getAccepted()).isNull();
        first.restore(Fixtures.NOW.plus(Question.BIN));
        assertThat(first.isDeleted()).isFalse();
        assertThat(question.getAccepted()).as("who asked accepted it, and may again").isNull();
        assertThatThrownBy(() -> second.restore(Fixtures.NOW.plus(Question.BIN).plusSeconds(1))).hasMessageContaining("answer.restore.tooLate");

        question.accept(first);
        question.close("Erledigt");
        first.delete(Fixtures.NOW);
        assertThat(question.getState()).isEqualTo(QuestionState.CLOSED);
        question.reopen();
        assertThat(question.getState()).isEqualTo(QuestionState.OPEN);
    }

    @Test
    void aClosedQuestionTakesNothingUntilItIsReopened() {
        Answer answer = given.answer(question, other, "So.");
        question.accept(answer);
        assertThatThrownBy(() -> question.close(" ")).hasMessageContaining("field.reason");
        question.close("Hat sich\nerledigt");
        assertThat(question.getClosedReason()).isEqualTo("Hat sich erledigt");
        assertThatThrownBy(() -> given.answer(question, other, "Zu spät.")).hasMessageContaining("question.notOpen");
        assertThatThrownBy(() -> new AnswerComment(answer, by, "Danke!", Fixtures.NOW)).hasMessageContaining("question.notOpen");
        assertThatThrownBy(() -> question.accept(answer)).hasMessageContaining("question.notOpen");
        assertThatThrownBy(() -> question.close("Noch einmal")).hasMessageContaining("question.notOpen");
        question.reopen();
        assertThat(question.getState()).isEqualTo(QuestionState.ANSWERED);
        assertThat(question.getClosedReason()).isNull();
        question.withdrawAcceptance();
        question.close("Doch nicht");
        question.reopen();
        assertThat(question.getState()).isEqualTo(QuestionState.OPEN);
    }

    @Test
    void movesWithTheTopicsThatTheOtherSpaceHas() {
        Topic tax = given.topic("Steuern");
        question.move(given.space("anderswo", tax));
        assertThat(question.getTopics()).isEmpty();

        Question kept = given.question(space, by, "Zwei?", Fixtures.NOW, personnel);
        kept.move(given.space("drittens", personnel));
        assertThat(kept.getTopics()).containsExactly(personnel);
        assertThat(kept.getSpace().getSlug()).isEqualTo("drittens");
    }

    @Test
    void anAnswerBelongsToWhoGaveItAndAnOfficialOneToHerMunicipality() {
        Member colleague = given.member("Kollege", other.getMunicipality());
        Answer personal = given.answer(question, other, "So.");
        Answer official = Answer.to(question, other, "So ist es.", true, Fixtures.NOW);
        assertThat(personal.isOwnedBy(other)).isTrue();
        assertThat(personal.isOwnedBy(colleague)).isFalse();
        assertThat(official.isOwnedBy(colleague)).isTrue();
        assertThat(official.isOwnedBy(by)).isFalse();
        assertThat(official.isBy(colleague)).isFalse();

        Revision before = official.reword("So ist es nicht.", colleague, Fixtures.NOW.plusSeconds(1));
        assertThat(before.getText()).isEqualTo("So ist es.");
        assertThat(before.getWrittenBy()).isSameAs(other);
        assertThat(official.reword(" So ist es nicht. ", other, Fixtures.NOW)).isNull();
        assertThatThrownBy(() -> official.reword(" ", other, Fixtures.NOW)).isInstanceOf(BusinessException.class);
    }
}

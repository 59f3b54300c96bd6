package de.krisenaustausch.poll.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.shared.BusinessException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BallotInputTest {

    private static PollQuestionView question(QuestionKind kind) {
        return new PollQuestionView(7, kind, "Frage", false, null, null, null, null, 2, List.of(new OptionView(1, "a"), new OptionView(2, "b"), new OptionView(3, "c")));
    }

    private static BallotInput sent(String... pairs) {
        Map<String, String[]> fields = new java.util.HashMap<>(Map.of("stimme:stand", new String[] {"0"}));
        for (int i = 0; i < pairs.length; i += 2) {
            fields.merge(pairs[i], new String[] {pairs[i + 1]}, (one, next) -> new String[] {one[0], next[0]});
        }
        return BallotInput.of(fields);
    }

    @Test
    void readsChoices() {
        assertThat(sent("f7", "2").answer(question(QuestionKind.SINGLE))).isEqualTo(Answer.of(7, List.of(2L)));
        assertThat(sent("f7", "1", "f7", "3").answer(question(QuestionKind.MULTIPLE))).isEqualTo(Answer.of(7, List.of(1L, 3L)));
        assertThat(sent("f7", "x' or 1=1").answer(question(QuestionKind.SINGLE)).empty()).isTrue();
        assertThat(sent().answer(question(QuestionKind.YES_NO_NOT_YET)).empty()).isTrue();
    }

    @Test
    void putsARankingInOrder() {
        assertThat(sent("f7-1", "2", "f7-3", "1", "f7-2", "").answer(question(QuestionKind.RANKING))).isEqualTo(Answer.of(7, List.of(3L, 1L)));
        assertThatThrownBy(() -> sent("f7-1", "1", "f7-3", "1").answer(question(QuestionKind.RANKING))).isInstanceOfSatisfying(BusinessException.class,
            failure -> assertThat(failure.getMessageKey()).isEqualTo("poll.samePlace"));
        assertThatThrownBy(() -> sent("f7-1", "1", "f7-3", "3").answer(question(QuestionKind.RANKING))).isInstanceOfSatisfying(BusinessException.class,
            failure -> assertThat(failure.getMessageKey()).isEqualTo("poll.placeMissing"));
    }

    @Test
    void readsNumbersAndWords() {
        assertThat(sent("f7", "1.234,5").answer(question(QuestionKind.NUMBER)).number()).isEqualTo(new BigDecimal("1234.5"));
        assertThat(sent("f7", " ").answer(question(QuestionKind.NUMBER)).empty()).isTrue();
        assertThat(sent("f7", "Zu wenig Zeit").answer(question(QuestionKind.TEXT)).text()).isEqualTo("Zu wenig Zeit");
        assertThatThrownBy(() -> sent("f7", "viele").answer(question(QuestionKind.NUMBER))).isInstanceOf(BusinessException.class);
    }
}

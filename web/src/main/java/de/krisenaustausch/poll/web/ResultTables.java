package de.krisenaustausch.poll.web;

import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.ResultRepository.Spread;
import de.krisenaustausch.poll.ResultRepository.Words;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.poll.service.ResultService.AnswerRow;
import de.krisenaustausch.poll.service.ResultView;
import de.krisenaustausch.poll.service.ResultView.BinResult;
import de.krisenaustausch.poll.service.ResultView.OptionResult;
import de.krisenaustausch.poll.service.ResultView.QuestionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results as rows of a table, for downloads: sums, and of a named poll who answered what. */
final class ResultTables {

    private final Locale locale;

    ResultTables(Locale locale) {
        this.locale = locale;
    }

    /** @return headings of {@link #sums} */
    Object[] sumHeadings() {
        return new Object[] {text("field.pollQuestion"), text("field.answer"), text("poll.result.count"), text("poll.result.share")};
    }

    /** @return a row for each option, figure, bin and text; shares from 0 to 1 */
    List<Object[]> sums(ResultView result) {
        List<Object[]> rows = new ArrayList<>();
        ResultCharts charts = new ResultCharts(result, locale);
        for (QuestionResult question : result.questions()) {
            String asked = question.question().text();
            for (OptionResult option : question.options()) {
                rows.add(new Object[] {asked, Ballot.label(question.question(), option.label(), locale), option.count(), round(option.share())});
            }
            figures(question, rows);
            for (BinResult bin : question.bins()) {
                rows.add(new Object[] {asked, charts.range(question, bin), bin.count(), question.answered() == 0 ? 0 : round(bin.count() / (double) question.answered())});
            }
            for (Words words : question.words()) {
                rows.add(new Object[] {asked, words.text(), null, null});
            }
        }
        return rows;
    }

    private void figures(QuestionResult question, List<Object[]> rows) {
        Spread spread = question.spread();
        if (spread != null) {
            String asked = question.question().text();
            rows.add(new Object[] {asked, text("poll.result.answered"), spread.count(), null});
            if (question.limits()) {
                rows.add(new Object[] {asked, text("poll.result.least"), round(spread.least()), null});
                rows.add(new Object[] {asked, text("poll.result.greatest"), round(spread.greatest()), null});
            }
            rows.add(new Object[] {asked, text("poll.result.lower"), round(spread.lower()), null});
            rows.add(new Object[] {asked, text("poll.result.median"), round(spread.median()), null});
            rows.add(new Object[] {asked, text("poll.result.upper"), round(spread.upper()), null});
            rows.add(new Object[] {asked, text("poll.result.mean"), round(spread.mean()), null});
        }
    }

    private static double round(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }

    /** @return headings of {@link #answers} */
    Object[] answerHeadings(PollView poll) {
        List<Object> headings = new ArrayList<>(List.of(text("field.municipality"), text("poll.result.person"), text("poll.result.when")));
        poll.questions().forEach(question -> headings.add(question.text()));
        return headings.toArray();
    }

    /** @return one voter's answers in the order of the questions */
    Object[] answers(PollView poll, AnswerRow row) {
        List<Object> cells = new ArrayList<>(List.of(row.response().municipality(), row.response().person(),
            LocalTime.write(row.response().changedAt() == null ? row.response().answeredAt() : row.response().changedAt()).replace('T', ' ')));
        for (PollQuestionView question : poll.questions()) {
            cells.add(row.answers().stream().filter(answer -> answer.questionId() == question.id()).map(answer -> cell(question, answer)).findFirst().orElse(null));
        }
        return cells.toArray();
    }

    private Object cell(PollQuestionView question, Answer answer) {
        return question.kind() == QuestionKind.NUMBER ? answer.number().stripTrailingZeros().doubleValue() : words(question, answer);
    }

    /** @return an answer in words */
    String words(PollQuestionView question, Answer answer) {
        if (question.kind() == QuestionKind.TEXT) {
            return answer.text();
        }
        if (question.kind() == QuestionKind.NUMBER) {
            return NumberText.write(answer.number(), locale) + (question.unit() == null ? "" : " " + question.unit());
        }
        String between = question.kind() == QuestionKind.RANKING ? " › " : "; ";
        return answer.options().stream().map(id -> question.options().stream().filter(option -> option.id() == id).map(OptionView::label).findFirst().orElse(""))
            .map(label -> Ballot.label(question, label, locale)).collect(Collectors.joining(between));
    }

    private String text(String key) {
        return Messages.sentence(locale, key);
    }
}

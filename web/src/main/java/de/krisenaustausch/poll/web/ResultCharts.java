package de.krisenaustausch.poll.web;

import de.krisenaustausch.platform.web.Messages;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.service.ResultView;
import de.krisenaustausch.poll.service.ResultView.BinResult;
import de.krisenaustausch.poll.service.ResultView.OptionResult;
import de.krisenaustausch.poll.service.ResultView.QuestionResult;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes charts of results, in the reader's language. */
final class ResultCharts {

    private final ResultView result;
    private final Locale locale;

    ResultCharts(ResultView result, Locale locale) {
        this.result = result;
        this.locale = locale;
    }

    /** @return the chart of a question; empty where there is nothing to draw */
    Optional<Chart> of(QuestionResult question) {
        List<Chart.Bar> bars = question.question().kind() == QuestionKind.NUMBER ? distribution(question) : options(question);
        return bars.isEmpty() || question.answered() == 0 ? Optional.empty() : Optional.of(new Chart(question.question().text(), bars, text("poll.result.own." + result.poll().answeredBy())));
    }

    private List<Chart.Bar> options(QuestionResult question) {
        boolean ranking = question.question().kind() == QuestionKind.RANKING;
        List<Chart.Bar> bars = new ArrayList<>();
        for (OptionResult option : question.options()) {
            String value = ranking ? text("poll.result.first", option.first()) : NumberFormat.getIntegerInstance(locale).format(option.count());
            bars.add(new Chart.Bar(Ballot.label(question.question(), option.label(), locale), value + " (" + percent(option.share()) + ")", option.share(), option.mine() && !ranking));
        }
        return bars;
    }

    private List<Chart.Bar> distribution(QuestionResult question) {
        int most = question.bins().stream().mapToInt(BinResult::count).max().orElse(1);
        List<Chart.Bar> bars = new ArrayList<>();
        for (BinResult bin : question.bins()) {
            bars.add(new Chart.Bar(range(question, bin), NumberFormat.getIntegerInstance(locale).format(bin.count()), most == 0 ? 0 : bin.count() / (double) most, question.isMine(bin)));
        }
        return bars;
    }

    /** @return a bin in words, with the unit */
    String range(QuestionResult question, BinResult bin) {
        boolean whole = !result.perThousand() && question.question().decimals() == 0;
        String unit = question.question().unit() == null ? "" : " " + question.question().unit();
        if (whole && bin.to() - bin.from() == 1) {
            return NumberText.write(bin.from(), locale) + unit;
        }
        return whole ? text("poll.result.range.whole", NumberText.write(bin.from(), locale), NumberText.write(bin.to() - 1, locale)) + unit
            : text("poll.result.range", NumberText.write(bin.from(), locale), NumberText.write(bin.to(), locale)) + unit;
    }

    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        return format.format(share);
    }

    private String text(String key, Object... values) {
        return Messages.sentence(locale, key, values);
    }
}

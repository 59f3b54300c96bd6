package de.krisenaustausch.poll.web;

import de.krisenaustausch.poll.PollQuestion;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.shared.BusinessException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A question on the page that writes a poll, as it is typed. Options stand below each other, one a line. */
public class QuestionRow {

    private final QuestionKind kind;
    private String text;
    private boolean optional;
    private String options;
    private String most;
    private String unit;
    private String least;
    private String greatest;
    private String decimals = "0";

    QuestionRow(QuestionKind kind) {
        this.kind = kind;
    }

    static QuestionRow of(PollQuestionView question, Locale locale) {
        QuestionRow row = new QuestionRow(question.kind());
        row.text = question.text();
        row.optional = question.optional();
        row.options = question.options().stream().map(OptionView::label).collect(Collectors.joining("\n"));
        row.most = question.most() == null ? null : question.most().toString();
        row.unit = question.unit();
        row.least = NumberText.field(question.least(), locale);
        row.greatest = NumberText.field(question.greatest(), locale);
        row.decimals = String.valueOf(question.decimals());
        return row;
    }

    /** @throws BusinessException when something that should be a number is none */
    PollQuestion.Draft draft() {
        return new PollQuestion.Draft(kind, text, optional, options == null ? List.of() : options.lines().toList(), whole(most, null), unit,
            number(least), number(greatest), whole(decimals, 0));
    }

    private Integer whole(String typed, Integer otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        if (!typed.strip().matches("\\d{1,4}")) {
            throw new BusinessException("poll.notANumber", typed);
        }
        return Integer.valueOf(typed.strip());
    }

    private static BigDecimal number(String typed) {
        return typed == null || typed.isBlank() ? null : NumberText.parse(typed).orElseThrow(() -> new BusinessException("poll.notANumber", typed));
    }

    public QuestionKind getKind() {
        return kind;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public boolean isOptional() {
        return optional;
    }

    public void setOptional(boolean optional) {
        this.optional = optional;
    }

    public String getOptions() {
        return options;
    }

    public void setOptions(String options) {
        this.options = options;
    }

    public String getMost() {
        return most;
    }

    public void setMost(String most) {
        this.most = most;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getLeast() {
        return least;
    }

    public void setLeast(String least) {
        this.least = least;
    }

    public String getGreatest() {
        return greatest;
    }

    public void setGreatest(String greatest) {
        this.greatest = greatest;
    }

    public String getDecimals() {
        return decimals;
    }

    public void setDecimals(String decimals) {
        this.decimals = decimals;
    }
}

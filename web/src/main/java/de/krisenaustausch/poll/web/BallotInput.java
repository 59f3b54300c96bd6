package de.krisenaustausch.poll.web;

import de.krisenaustausch.poll.Answer;
import de.krisenaustausch.poll.QuestionKind;
import de.krisenaustausch.poll.service.PollView;
import de.krisenaustausch.poll.service.PollView.OptionView;
import de.krisenaustausch.poll.service.PollView.PollQuestionView;
import de.krisenaustausch.shared.BusinessException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was filled in on a ballot, as it was typed: by the names of its fields. A question's field is {@code f} and its id; a ranking has
 * one for each option, with the option's id behind a hyphen.
 */
public final class BallotInput {

    private final Map<String, List<String>> fields;

    private BallotInput(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** @param sent fields of a form, among others */
    static BallotInput of(Map<String, String[]> sent) {
        Map<String, List<String>> fields = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.matches("f\\d{1,18}(-\\d{1,18})?")) {
                fields.put(name, List.of(values));
            }
        });
        return new BallotInput(fields);
    }

    /** @return the ballot as it was filled in before */
    static BallotInput of(PollView poll, Locale locale) {
        Map<String, List<String>> fields = new HashMap<>();
        if (poll.mine() != null) {
            for (Answer answer : poll.mine().answers()) {
                PollQuestionView question = poll.questions().stream().filter(each -> each.id() == answer.questionId()).findFirst().orElseThrow();
                if (question.kind() == QuestionKind.RANKING) {
                    for (int i = 0; i < answer.options().size(); i++) {
                        fields.put(rank(question, answer.options().get(i)), List.of(String.valueOf(i + 1)));
                    }
                } else {
                    fields.put(field(question), question.kind().isChoice() ? answer.options().stream().map(String::valueOf).toList()
                        : List.of(answer.number() == null ? answer.text() : NumberText.field(answer.number(), locale)));
                }
            }
        }
        return new BallotInput(fields);
    }

    static String field(PollQuestionView question) {
        return "f" + question.id();
    }

    static String rank(PollQuestionView question, long option) {
        return field(question) + "-" + option;
    }

    boolean isChosen(PollQuestionView question, long option) {
        return fields.getOrDefault(field(question), List.of()).contains(String.valueOf(option));
    }

    /** @return what stands in a field; "" when it is empty */
    String text(String field) {
        List<String> values = fields.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** @return the answer to a question @throws BusinessException when what was typed can be none */
    Answer answer(PollQuestionView question) {
        return switch (question.kind()) {
            case TEXT -> new Answer(question.id(), List.of(), null, text(field(question)));
            case NUMBER -> new Answer(question.id(), List.of(), number(question), null);
            case RANKING -> Answer.of(question.id(), ranked(question));
            default -> Answer.of(question.id(), fields.getOrDefault(field(question), List.of()).stream().filter(value -> value.matches("\\d{1,18}")).map(Long::valueOf).toList());
        };
    }

    private BigDecimal number(PollQuestionView question) {
        String typed = text(field(question));
        return typed.isBlank() ? null : NumberText.parse(typed).orElseThrow(() -> new BusinessException("poll.number", question.text()));
    }

    private List<Long> ranked(PollQuestionView question) {
        Map<Integer, Long> places = new TreeMap<>();
        for (OptionView option : question.options()) {
            String place = text(rank(question, option.id()));
            if (place.matches("\\d{1,2}") && places.put(Integer.valueOf(place), option.id()) != null) {
                throw new BusinessException("poll.samePlace", question.text());
            }
        }
        List<Integer> taken = new ArrayList<>(places.keySet());
        if (!taken.isEmpty() && taken.get(taken.size() - 1) != taken.size()) {
            throw new BusinessException("poll.placeMissing", question.text());
        }
        return List.copyOf(places.values());
    }
}

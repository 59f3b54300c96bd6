package de.krisenaustausch.question.web;

import de.krisenaustausch.question.service.AskingService;
import de.krisenaustausch.question.service.QuestionView;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What the forms of a question hold while a person types: the same fields for asking and for saying it differently. */
public class QuestionForm {

    private String title;
    private String text;
    private String[] topics = {};
    private String urgentUntil;

    QuestionForm() {
    }

    QuestionForm(QuestionView question) {
        title = question.title();
        text = question.text();
        topics = question.topics().stream().map(TopicView::slug).toArray(String[]::new);
        urgentUntil = question.urgentUntil() == null ? null : question.urgentUntil().toString();
    }

    /** @throws BusinessException when the day is none */
    AskingService.Draft draft() {
        return new AskingService.Draft(title, text, Arrays.asList(topics), day());
    }

    private LocalDate day() {
        try {
            return urgentUntil == null || urgentUntil.isBlank() ? null : LocalDate.parse(urgentUntil.strip());
        } catch (DateTimeParseException noDay) {
            throw new BusinessException("error.day", "field.urgentUntil");
        }
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String[] getTopics() {
        return topics;
    }

    public void setTopics(String[] topics) {
        this.topics = topics == null ? new String[0] : topics;
    }

    /** @return as the browser's field for a day sends it: 2026-12-24 */
    public String getUrgentUntil() {
        return urgentUntil;
    }

    public void setUrgentUntil(String urgentUntil) {
        this.urgentUntil = urgentUntil;
    }
}

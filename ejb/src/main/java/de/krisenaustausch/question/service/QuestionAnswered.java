package de.krisenaustausch.question.service;

/** Somebody answered a question. Whoever asked it hears of it. */
public record QuestionAnswered(long questionId, long answerId) {
}

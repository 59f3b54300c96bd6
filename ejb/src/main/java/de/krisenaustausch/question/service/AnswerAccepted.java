package de.krisenaustausch.question.service;

/** An answer was accepted as the solution. Whoever gave it hears of it. */
public record AnswerAccepted(long questionId, long answerId) {
}

package de.krisenaustausch.question.service;

/** Somebody asked a space. Its followers hear of it. */
public record QuestionAsked(long questionId) {
}

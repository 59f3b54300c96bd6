package de.krisenaustausch.question.service;

/** A question that waited too long was handed on: {@code to} names the stage, EXPERTS or MODERATORS. Those whom it was handed to hear of it. */
public record QuestionEscalated(long questionId, String to) {
}

package de.krisenaustausch.poll.service;

/** A poll was put to its space. */
public record PollPublished(long pollId) {
}

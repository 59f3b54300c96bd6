package de.krisenaustausch.poll.service;

/** A poll has ended and all answers are counted. */
public record PollClosed(long pollId) {
}

package de.krisenaustausch.poll.service;

/** A poll ends within a day, and some have not answered. */
public record PollClosing(long pollId) {
}

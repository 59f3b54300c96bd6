package de.krisenaustausch.poll.service;

/**
 * A poll ends within a day, and some have not answered.
 *
 * @param deadlineId id of the change by which the poll got its present deadline, or its own: of a later deadline people hear anew
 */
public record PollClosing(long deadlineId) {
}

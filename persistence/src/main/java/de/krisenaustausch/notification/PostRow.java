package de.krisenaustausch.notification;

import java.time.Instant;

/**
 * A line of the back office's list of mails that wait or failed.
 *
 * @param occasion why it is sent, with a number: {@code DocumentShared:4711}
 */
public record PostRow(long id, String occasion, String email, int attempts, Instant queuedAt, Instant nextAttemptAt, String lastError) {
}

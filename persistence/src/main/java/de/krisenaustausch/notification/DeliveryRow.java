package de.krisenaustausch.notification;

import java.time.Instant;

/** A line of the back office's list of mails that wait or failed. */
public record DeliveryRow(long id, String event, String email, Delivery.State state, int attempts, Instant queuedAt, Instant nextAttemptAt,
                          Instant doneAt, String lastError) {
}

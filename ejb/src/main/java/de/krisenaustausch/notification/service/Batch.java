package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.Addressee;
import de.krisenaustausch.notification.Announcement;
import java.time.Instant;
import java.util.List;

/**
 * Mails that one consumer took for itself.
 *
 * @param announcement what they say; null when there is nothing to send
 * @param addressees who still wants it and may see it
 * @param until when others may take what was not sent
 * @param known whether the event has rows at all; if not, they are not visible yet
 */
public record Batch(Announcement announcement, List<Addressee> addressees, Instant until, boolean known) {
}

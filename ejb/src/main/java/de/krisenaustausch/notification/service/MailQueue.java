package de.krisenaustausch.notification.service;

import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Tells the mail consumers that there is something to send. A message only wakes: what is to be sent, the rows know.
 * So one message serves a batch, and a message too many does nothing.
 */
@Dependent
class MailQueue {

    /** Mails that one consumer sends over one connection before it lets others have a turn. */
    static final int BATCH = 250;

    @Inject
    private Events events;

    /** @param mails how many wait */
    void wake(String event, long mails) {
        for (long batch = 0; batch * BATCH < mails; batch++) {
            events.publish(Queues.MAIL, new MailsQueued(event));
        }
    }

    /** @param mails how many wait, by event */
    void wake(Map<String, Long> mails) {
        mails.forEach(this::wake);
    }
}

package de.krisenaustausch.notification.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.notification.Delivery;
import de.krisenaustausch.notification.DeliveryRepository;
import de.krisenaustausch.notification.DeliveryRow;
import de.krisenaustausch.platform.messaging.DeadLetters;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** How the post stands, for administrators: what waits, what failed, what no consumer could work off; and trying again. */
@Stateless
@RolesAllowed("admin")
public class PostOffice {

    public static final int PAGE = 50;
    private static final int DEAD_LETTERS = 100;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private MailQueue queue;

    @Inject
    private DeadLetters deadLetters;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** How many mails wait, were sent since midnight in Berlin, failed for good. */
    public record Figures(long waiting, long sentToday, long failed) {
    }

    public Figures figures() {
        DeliveryRepository.Counts counts = deliveries.counts(LocalDate.now(clock.withZone(BERLIN)).atStartOfDay(BERLIN).toInstant());
        return new Figures(counts.waiting(), counts.sentToday(), counts.failed());
    }

    /** @return mails that failed for good, for the mark in the menu */
    public long failures() {
        return deliveries.countFailed();
    }

    /** @return mails that wait or failed, the newest first, from that id on downwards, {@link #PAGE} at most */
    public List<DeliveryRow> list(Delivery.State state, long before) {
        return deliveries.list(state, before, PAGE);
    }

    /** Tries one mail again, now. @throws NotFoundException when there is none */
    public void retry(long deliveryId) {
        Delivery delivery = deliveries.find(deliveryId).orElseThrow(NotFoundException::new);
        delivery.retry(clock.instant());
        queue.wake(delivery.getEvent(), 1);
        audit.record("postRetry", delivery.getMember().getEmail(), delivery.getEvent());
    }

    /** Tries everything again that failed. */
    public void retryFailed() {
        queue.wake(deliveries.retryFailed(clock.instant()));
        audit.record("postRetryAll", null, null);
    }

    /** @return messages that no consumer could work off, the oldest first, a hundred of each queue at most */
    public List<DeadLetters.DeadLetter> deadLetters() {
        return deadLetters.list(DEAD_LETTERS);
    }

    /** @throws NotFoundException when the message is gone */
    public void resend(String queueName, String messageId) {
        if (!deadLetters.resend(queueName, messageId)) {
            throw new NotFoundException();
        }
        audit.record("postResend", queueName, messageId);
    }

    /** @throws NotFoundException when the message is gone */
    public void discard(String queueName, String messageId) {
        if (!deadLetters.discard(queueName, messageId)) {
            throw new NotFoundException();
        }
        audit.record("postDiscard", queueName, messageId);
    }
}

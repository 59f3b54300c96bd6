package de.krisenaustausch.notification.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.notification.Delivery;
import de.krisenaustausch.notification.DeliveryRepository;
import de.krisenaustausch.notification.OutgoingMail;
import de.krisenaustausch.notification.PostRepository;
import de.krisenaustausch.notification.PostRow;
import de.krisenaustausch.notification.SingleMail;
import de.krisenaustausch.notification.SingleMailRepository;
import de.krisenaustausch.platform.messaging.DeadLetters;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
    private PostRepository post;

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private SingleMailRepository singles;

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
        PostRepository.Counts counts = post.counts(LocalDate.now(clock.withZone(BERLIN)).atStartOfDay(BERLIN).toInstant());
        return new Figures(counts.waiting(), counts.sentToday(), counts.failed());
    }

    /** @return mails that failed for good, for the mark in the menu */
    public long failures() {
        return post.countFailed();
    }

    /** @return mails that wait or failed, the newest first, from that id on downwards, {@link #PAGE} at most */
    public List<PostRow> list(OutgoingMail.State state, long before) {
        return post.list(state, before, PAGE);
    }

    /** Tries one mail again, now. @throws NotFoundException when there is none */
    public void retry(long id) {
        Mail found = find(id);
        found.mail().retry(clock.instant());
        queue.wake(found.event(), 1);
        audit.record("postRetry", found.email(), found.occasion());
    }

    /** Gives one mail up: it is never sent, unless it just was. @throws NotFoundException when there is none */
    public void drop(long id) {
        Mail found = find(id);
        found.mail().withdraw(clock.instant());
        audit.record("postDrop", found.email(), found.occasion());
    }

    /** A mail of either kind. @param event by which consumers know it @param occasion why it was written */
    private record Mail(OutgoingMail mail, String event, String email, String occasion) {

        static Mail of(Delivery delivery) {
            return new Mail(delivery, delivery.getEvent(), delivery.getMember().getEmail(), delivery.getEvent());
        }

        static Mail of(SingleMail letter) {
            return new Mail(letter, Occasion.single(letter.getId()), letter.getEmail(), letter.getOccasion());
        }
    }

    /** Both kinds have their ids from one sequence, so that an id is that of one mail. */
    private Mail find(long id) {
        return deliveries.find(id).map(Mail::of).or(() -> singles.find(id).map(Mail::of)).orElseThrow(NotFoundException::new);
    }

    /** Tries everything again that failed. */
    public void retryFailed() {
        Instant now = clock.instant();
        queue.wake(deliveries.retryFailed(now));
        List<Long> letters = singles.retryFailed(now);
        letters.stream().findFirst().ifPresent(id -> queue.wake(Occasion.single(id), letters.size()));
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

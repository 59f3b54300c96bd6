package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.Addressee;
import de.krisenaustausch.notification.Announcement;
import de.krisenaustausch.notification.Delivery;
import de.krisenaustausch.notification.DeliveryRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives out mails to send and takes down what became of them, each in a transaction of its own: a server that dies
 * while sending has marked all that it sent but the one mail in its hands, and what it had claimed is free again after
 * the lease. Called by consumers and timers, which run as nobody.
 */
@Stateless
@PermitAll
public class DeliveryDesk {

    /** How long a claim lasts: many times what a batch needs, and the longest wait after a crash. */
    static final Duration LEASE = Duration.ofMinutes(2);
    /** What is overdue by that much has no message left that would wake it. */
    static final Duration LATE = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofDays(90);

    @Inject
    private DeliveryRepository deliveries;

    @Inject
    private MailQueue queue;

    @Inject
    private Clock clock;

    /** Takes up to a batch of waiting mails of the event, and skips those that are no longer wanted or allowed. */
    public Batch claim(String event) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        Announcement announcement = deliveries.announcement(event).filter(found -> found.state() == Announcement.State.CURRENT).orElse(null);
        if (announcement == null) {
            deliveries.skipAll(event, now);
            return new Batch(null, List.of(), until, true);
        }
        Map<Boolean, List<Addressee>> claimed = deliveries.claim(announcement, now, until, MailQueue.BATCH).stream()
            .collect(Collectors.partitioningBy(Addressee::wanted));
        deliveries.find(ids(claimed.get(false))).forEach(delivery -> delivery.skip(now));
        boolean known = !claimed.get(true).isEmpty() || !claimed.get(false).isEmpty() || deliveries.isKnown(event);
        return new Batch(announcement, claimed.get(true), until, known);
    }

    public void sent(long deliveryId) {
        deliveries.markSent(deliveryId, clock.instant());
    }

    public void refused(long deliveryId, String reason) {
        deliveries.find(deliveryId).ifPresent(delivery -> delivery.fail(reason, clock.instant()));
    }

    public void postponed(List<Long> deliveryIds, String reason) {
        deliveries.find(deliveryIds).forEach(delivery -> delivery.postpone(reason, clock.instant()));
    }

    /** Frees mails that were not tried, and wakes somebody else for them. */
    public void released(List<Long> deliveryIds) {
        List<Delivery> free = deliveries.find(deliveryIds);
        free.forEach(delivery -> delivery.release(clock.instant()));
        free.stream().collect(Collectors.groupingBy(Delivery::getEvent, Collectors.counting())).forEach(queue::wake);
    }

    /** Wakes consumers for what was postponed until now or left behind. */
    public void wakeLate() {
        Instant now = clock.instant();
        queue.wake(deliveries.wake(now.minus(LATE), now));
    }

    /** Forgets who got which mail a quarter of a year ago. */
    public void forgetOld() {
        deliveries.forget(clock.instant().minus(MEMORY));
    }

    private static List<Long> ids(List<Addressee> addressees) {
        return addressees.stream().map(Addressee::deliveryId).toList();
    }
}

package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.Subscription;
import de.krisenaustausch.notification.SubscriptionRepository;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Ending a subscription by the link of a mail, signed in or not: who holds the link may end it, and take that back. */
@Stateless
@PermitAll
public class UnsubscribeService {

    @Inject
    private SubscriptionRepository subscriptions;

    @Inject
    private UnsubscribeLinks links;

    /** What the link stands for. @param topic null when it is the whole space */
    public record Followed(String space, String topic, Frequency frequency) {
    }

    /** @throws NotFoundException when the link is none of ours */
    public Followed look(String token) {
        Subscription subscription = get(token);
        return new Followed(subscription.getSpace().getName(), subscription.getTopic() == null ? null : subscription.getTopic().getName(),
            subscription.getFrequency());
    }

    /** Ends it, or takes that back; twice is like once. @throws NotFoundException when the link is none of ours */
    public void change(String token, Frequency frequency) {
        Subscription subscription = get(token);
        if (subscription.getFrequency() != frequency) {
            subscription.change(frequency);
        }
    }

    private Subscription get(String token) {
        return subscriptions.find(links.tokens().read(token).orElseThrow(NotFoundException::new)).orElseThrow(NotFoundException::new);
    }
}

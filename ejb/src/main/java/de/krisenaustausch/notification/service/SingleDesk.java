package de.krisenaustausch.notification.service;

import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.notification.SingleMail;
import de.krisenaustausch.notification.SingleMailRepository;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@link DeliveryDesk} is for mails to followers, this is for letters to single people. */
@Stateless
@PermitAll
public class SingleDesk {

    private static final Duration MEMORY = Duration.ofDays(90);

    @Inject
    private SingleMailRepository mails;

    @Inject
    private MemberRepository members;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Letters that one consumer took for itself. @param until when others may take what was not sent */
    public record Claimed(List<SingleMail> mails, Instant until) {
    }

    /** Takes what is due; what is for people who are blocked is given up. @return empty when that letter's row is not there (yet): the message can be faster */
    public Optional<Claimed> claim(long id) {
        if (mails.find(id).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant until = now.plus(DeliveryDesk.LEASE);
        List<SingleMail> claimed = mails.claim(now, until, MailQueue.BATCH);
        Set<String> blocked = members.blockedAmong(claimed.stream().map(SingleDesk::address).toList());
        Map<Boolean, List<SingleMail>> wanted = claimed.stream().collect(Collectors.partitioningBy(mail -> !blocked.contains(address(mail))));
        wanted.get(false).forEach(mail -> mail.withdraw(now));
        return Optional.of(new Claimed(wanted.get(true), until));
    }

    public void sent(long id) {
        mails.find(id).ifPresent(mail -> mail.sent(clock.instant()));
    }

    public void refused(long id, String reason) {
        mails.find(id).ifPresent(mail -> mail.fail(reason, clock.instant()));
    }

    public void postponed(List<Long> ids, String reason) {
        mails.find(ids).forEach(mail -> mail.postpone(reason, clock.instant()));
    }

    /** Frees letters that were not tried, and wakes somebody else for them. */
    public void released(List<Long> ids) {
        mails.find(ids).forEach(mail -> mail.release(clock.instant()));
        ids.stream().findFirst().ifPresent(this::wake);
    }

    /** Wakes a consumer for what was postponed until now or left behind. */
    public void wakeLate() {
        mails.late(clock.instant().minus(DeliveryDesk.LATE)).ifPresent(this::wake);
    }

    /** Forgets whom we wrote a quarter of a year ago. */
    public void forgetOld() {
        mails.forget(clock.instant().minus(MEMORY));
    }

    private static String address(SingleMail mail) {
        return mail.getEmail().toLowerCase(Locale.ROOT);
    }

    private void wake(long id) {
        events.publish(Queues.MAIL, new MailsQueued(Occasion.single(id)));
    }
}

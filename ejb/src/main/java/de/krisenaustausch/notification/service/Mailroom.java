package de.krisenaustausch.notification.service;

import de.krisenaustausch.notification.SingleMail;
import de.krisenaustausch.notification.SingleMailRepository;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Takes letters to single people, who need not be members: row and message are committed with what caused them, and
 * sent afterwards, so that no answer of the portal tells by its time whether there was a letter.
 */
@Dependent
public class Mailroom {

    private static final String MESSAGE_ID = "<[!-~&&[^<>]]{1,248}>";

    @Inject
    private SingleMailRepository mails;

    @Inject
    private Events events;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /**
     * Whom it is for.
     *
     * @param name for the greeting; "" when it is unknown
     * @param language de or en
     */
    public record To(EmailAddress email, String name, String language) {
    }

    /**
     * What it says, in plain words; the portal adds greeting, look and signature.
     *
     * @param before paragraphs above the button
     * @param label what stands on the button; null when there is none
     * @param link where it leads, in full; null when there is none
     * @param after paragraphs below it
     */
    public record Note(String subject, List<String> before, String label, String link, List<String> after) {
    }

    /**
     * @param occasion why, with a number, 80 characters at most; the same occasion is written once
     * @return the Message-ID that it will have
     */
    public String post(String occasion, To to, Note note) {
        return answer(occasion, to, note, null);
    }

    /** @param inReplyTo Message-ID of the mail that it answers; one that is none, or null, is left out */
    public String answer(String occasion, To to, Note note, String inReplyTo) {
        SingleMail mail = mails.findByOccasion(occasion).orElseGet(() -> {
            Instant now = clock.instant();
            SingleMail fresh = new SingleMail(occasion, to.email(), MailLine.of(to.name()), to.language(), NoteLetters.write(note),
                inReplyTo != null && inReplyTo.matches(MESSAGE_ID) ? inReplyTo : null, now);
            mails.add(fresh);
            events.publish(Queues.MAIL, new MailsQueued(Occasion.single(fresh.getId())));
            return fresh;
        });
        return NoteLetters.messageId(mail.getId(), configuration.publicUrl());
    }

    /** Takes a letter back that was not sent yet. */
    public void withdraw(String occasion) {
        mails.findByOccasion(occasion).ifPresent(mail -> mail.withdraw(clock.instant()));
    }
}

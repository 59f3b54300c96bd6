package de.krisenaustausch.notification;

import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One mail to one address, which need not be a member's: written with what caused it, sent as soon as the mail server
 * takes it, and then forgotten but for the fact, since what it says may let somebody in. The occasion is unique, so
 * that nothing is sent twice.
 */
@Entity
@Table(name = "single_mail")
public class SingleMail extends VersionedEntity {

    public static final int OCCASION_LENGTH = 80;
    public static final int NAME_LENGTH = 200;
    public static final int MESSAGE_ID_LENGTH = 250;

    @Column(nullable = false, length = OCCASION_LENGTH)
    private String occasion;

    @Column(nullable = false, length = EmailAddress.LENGTH)
    private String email;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(nullable = false, length = 2)
    private String language;

    @Column
    private String contents;

    @Column(name = "in_reply_to", length = MESSAGE_ID_LENGTH)
    private String inReplyTo;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    private Delivery.State state = Delivery.State.QUEUED;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "next_attempt_at", nullable = false)
    private Instant nextAttemptAt;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "last_error", length = Delivery.ERROR_LENGTH)
    private String lastError;

    protected SingleMail() {
    }

    /**
     * @param occasion why it is sent, with a number: {@code PersonalLink:4711}
     * @param contents what it says, as the writer of letters reads it
     * @param inReplyTo Message-ID of the mail that it answers; null when it answers none
     */
    public SingleMail(String occasion, EmailAddress email, String name, String language, String contents, String inReplyTo, Instant now) {
        this.occasion = occasion;
        this.email = email.value();
        this.name = name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
        this.language = language;
        this.contents = contents;
        this.inReplyTo = inReplyTo;
        this.queuedAt = now;
        this.nextAttemptAt = now;
    }

    /** Nobody else tries it before that moment. */
    public void claim(Instant until) {
        nextAttemptAt = until;
    }

    public void sent(Instant now) {
        state = Delivery.State.SENT;
        doneAt = now;
        lastError = null;
        contents = null;
    }

    /** The mail server did not take it: tried again after 1, 2, 4 … minutes, at most 8 hours, then failed. */
    public void postpone(String error, Instant now) {
        attempts++;
        lastError = shortened(error);
        if (attempts >= Delivery.MAX_ATTEMPTS) {
            state = Delivery.State.FAILED;
            doneAt = now;
        } else {
            nextAttemptAt = now.plus(Duration.ofMinutes(Math.min(1L << (attempts - 1), 480)));
        }
    }

    /** It will never be taken: the mail server knows no such address. */
    public void fail(String error, Instant now) {
        attempts++;
        lastError = shortened(error);
        state = Delivery.State.FAILED;
        doneAt = now;
    }

    /** Nobody tried it after all: it waits as before. */
    public void release(Instant now) {
        nextAttemptAt = now;
    }

    /** What it stood for is taken back. */
    public void withdraw(Instant now) {
        if (state == Delivery.State.QUEUED || state == Delivery.State.FAILED) {
            state = Delivery.State.SKIPPED;
            doneAt = now;
            contents = null;
        }
    }

    public String getOccasion() {
        return occasion;
    }

    public String getEmail() {
        return email;
    }

    public String getName() {
        return name;
    }

    public String getLanguage() {
        return language;
    }

    /** @return what it says; null once it is done with */
    public String getContents() {
        return contents;
    }

    public String getInReplyTo() {
        return inReplyTo;
    }

    public Delivery.State getState() {
        return state;
    }

    public int getAttempts() {
        return attempts;
    }

    public Instant getQueuedAt() {
        return queuedAt;
    }

    public Instant getNextAttemptAt() {
        return nextAttemptAt;
    }

    public Instant getDoneAt() {
        return doneAt;
    }

    public String getLastError() {
        return lastError;
    }

    private static String shortened(String error) {
        return error == null ? null : error.substring(0, Math.min(error.length(), Delivery.ERROR_LENGTH));
    }
}

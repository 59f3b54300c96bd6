package de.krisenaustausch.notification;

import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;

/** How a mail goes out, whatever it says: queued, tried until the mail server takes it, then sent, skipped or failed for good. */
@MappedSuperclass
public abstract class OutgoingMail extends VersionedEntity {

    public static final int ERROR_LENGTH = 500;
    /** After so many tries a mail fails for good; with the growing delay that is about a day. */
    public static final int MAX_ATTEMPTS = 12;

    /** How far the mail has come. */
    public enum State { QUEUED, SENT, SKIPPED, FAILED }

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 8)
    private State state = State.QUEUED;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "queued_at", nullable = false)
    private Instant queuedAt;

    @Column(name = "next_attempt_at", nullable = false)
    private Instant nextAttemptAt;

    @Column(name = "done_at")
    private Instant doneAt;

    @Column(name = "last_error", length = ERROR_LENGTH)
    private String lastError;

    protected OutgoingMail() {
    }

    protected OutgoingMail(Instant now) {
        this.queuedAt = now;
        this.nextAttemptAt = now;
    }

    /** Nobody else tries it before that moment. */
    public void claim(Instant until) {
        nextAttemptAt = until;
    }

    public void sent(Instant now) {
        state = State.SENT;
        doneAt = now;
        lastError = null;
    }

    public void skip(Instant now) {
        state = State.SKIPPED;
        doneAt = now;
    }

    /** Nobody wants it sent any more. What was sent stays so. */
    public void withdraw(Instant now) {
        if (isOpen()) {
            skip(now);
        }
    }

    /** The mail server did not take it: tried again after 1, 2, 4 … minutes, at most 8 hours, then failed. */
    public void postpone(String error, Instant now) {
        attempts++;
        lastError = shortened(error);
        if (attempts >= MAX_ATTEMPTS) {
            state = State.FAILED;
            doneAt = now;
        } else {
            nextAttemptAt = now.plus(Duration.ofMinutes(Math.min(1L << (attempts - 1), 480)));
        }
    }

    /** It will never be taken: the mail server knows no such address. */
    public void fail(String error, Instant now) {
        attempts++;
        lastError = shortened(error);
        state = State.FAILED;
        doneAt = now;
    }

    /** Nobody tried it after all: it waits as before. */
    public void release(Instant now) {
        nextAttemptAt = now;
    }

    /** An administrator wants it tried again now. */
    public void retry(Instant now) {
        if (isOpen()) {
            state = State.QUEUED;
            attempts = 0;
            doneAt = null;
            nextAttemptAt = now;
        }
    }

    /** @return whether it can still go out: it waits, or failed and may be tried again */
    private boolean isOpen() {
        return state == State.FAILED || state == State.QUEUED;
    }

    public State getState() {
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
        return error == null ? null : error.substring(0, Math.min(error.length(), ERROR_LENGTH));
    }
}

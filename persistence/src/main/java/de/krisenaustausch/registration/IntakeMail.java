package de.krisenaustausch.registration;

import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.shared.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A mail that came into the mailbox for access. The row is written in the transaction of what the mail caused: a mail that has one
 * was handled, and is not handled again. It holds no text of the mail, and is forgotten after some months.
 */
@Entity
@Table(name = "intake_mail")
public class IntakeMail extends VersionedEntity {

    public static final int MAILBOX_LENGTH = 150;
    public static final int SUBJECT_LENGTH = 200;
    public static final int NOTE_LENGTH = 300;

    /** What became of it: a request (or more of one), nothing since it is none, or nothing since nobody can read it. */
    public enum Outcome { REQUEST, IGNORED, UNREADABLE }

    @Column(nullable = false, length = MAILBOX_LENGTH)
    private String mailbox;

    @Column(nullable = false)
    private long validity;

    @Column(nullable = false)
    private long uid;

    @Column(name = "message_id", nullable = false, length = RequestMail.MESSAGE_ID_LENGTH)
    private String messageId;

    @Column(length = EmailAddress.LENGTH)
    private String sender;

    @Column(nullable = false, length = SUBJECT_LENGTH)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Outcome outcome = Outcome.IGNORED;

    @Column(length = NOTE_LENGTH)
    private String note;

    @Column(nullable = false)
    private boolean answered;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    /**
     * Where a mail lies. Servers give a mail a number that stays (RFC 9051, UID), as long as the folder's validity stays.
     *
     * @param mailbox whose mailbox, on which server
     */
    public record Place(String mailbox, long validity, long uid) {
    }

    protected IntakeMail() {
    }

    /**
     * @param messageId "" when it has none; it gets one of its place then
     * @param sender null when there is none
     */
    public IntakeMail(Place place, String messageId, String sender, String subject, Instant now) {
        this.mailbox = cut(place.mailbox(), MAILBOX_LENGTH, "");
        this.validity = place.validity();
        this.uid = place.uid();
        this.messageId = messageId.isBlank() || messageId.length() > RequestMail.MESSAGE_ID_LENGTH ? "<" + validity + "." + uid + "@intake.invalid>" : messageId;
        this.sender = sender == null || sender.length() > EmailAddress.LENGTH ? null : sender;
        this.subject = cut(subject, SUBJECT_LENGTH, "");
        this.receivedAt = now;
    }

    /** It asked for access, or told more. @param answer whether the sender gets an answer of it */
    public void request(boolean answer) {
        outcome = Outcome.REQUEST;
        answered = answer;
    }

    /** It is none of ours. @param why a few words for administrators */
    public void ignore(String why) {
        outcome = Outcome.IGNORED;
        note = cut(why, NOTE_LENGTH, null);
    }

    /** Nobody can read it. @param why what failed */
    public void giveUp(String why) {
        outcome = Outcome.UNREADABLE;
        note = cut(why, NOTE_LENGTH, null);
    }

    private static String cut(String text, int length, String otherwise) {
        String line = Text.oneLine(text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cs}]", " "));
        String fitting = line.length() <= length ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, length - 1)));
        return fitting.isEmpty() ? otherwise : fitting;
    }

    public String getMessageId() {
        return messageId;
    }

    /** @return null when it had none that is an address */
    public String getSender() {
        return sender;
    }

    public String getSubject() {
        return subject;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public String getNote() {
        return note;
    }

    public boolean isAnswered() {
        return answered;
    }

    public Instant getReceivedAt() {
        return receivedAt;
    }
}

package de.krisenaustausch.notification;

import de.krisenaustausch.shared.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * One mail to one address, which need not be a member's: written with what caused it, sent as soon as the mail server
 * takes it, and then forgotten but for the fact, since what it says may let somebody in. The occasion is unique, so
 * that nothing is sent twice.
 */
@Entity
@Table(name = "single_mail")
public class SingleMail extends OutgoingMail {

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

    protected SingleMail() {
    }

    /**
     * @param occasion why it is sent, with a number: {@code PersonalLink:4711}
     * @param contents what it says, as the writer of letters reads it
     * @param inReplyTo Message-ID of the mail that it answers; null when it answers none
     */
    public SingleMail(String occasion, EmailAddress email, String name, String language, String contents, String inReplyTo, Instant now) {
        super(now);
        this.occasion = occasion;
        this.email = email.value();
        this.name = name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
        this.language = language;
        this.contents = contents;
        this.inReplyTo = inReplyTo;
    }

    @Override
    public void sent(Instant now) {
        super.sent(now);
        contents = null;
    }

    @Override
    public void skip(Instant now) {
        super.skip(now);
        contents = null;
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
}

package de.krisenaustausch.notification.service;

import java.util.OptionalLong;

/** What a mail is about, as the key of its delivery rows: with the recipient it makes a mail that is sent once. */
final class Occasion {

    private static final String DOCUMENT = "DocumentShared:";

    private static final String SINGLE = "SingleMail:";

    private Occasion() {
    }

    static String documentShared(long documentId) {
        return DOCUMENT + documentId;
    }

    static String single(long mailId) {
        return SINGLE + mailId;
    }

    /** @return the letter to a single person that is meant; empty when it is a mail to followers */
    static OptionalLong single(String event) {
        return event.matches(SINGLE + "\\d{1,18}") ? OptionalLong.of(Long.parseLong(event.substring(SINGLE.length()))) : OptionalLong.empty();
    }

    /** @return the document that the mail announces; empty when it is about something else */
    static OptionalLong document(String event) {
        return event.matches(DOCUMENT + "\\d{1,18}") ? OptionalLong.of(Long.parseLong(event.substring(DOCUMENT.length()))) : OptionalLong.empty();
    }
}

package de.krisenaustausch.notification.service;

import java.util.OptionalLong;

/** What a mail is about, as the key of its delivery rows: with the recipient it makes a mail that is sent once. */
final class Occasion {

    private static final String DOCUMENT = "DocumentShared:";

    private Occasion() {
    }

    static String documentShared(long documentId) {
        return DOCUMENT + documentId;
    }

    /** @return the document that the mail announces; empty when it is about something else */
    static OptionalLong document(String event) {
        return event.matches(DOCUMENT + "\\d{1,18}") ? OptionalLong.of(Long.parseLong(event.substring(DOCUMENT.length()))) : OptionalLong.empty();
    }
}

package de.krisenaustausch.notification.service;

/** No mail can be made of this letter, now or later: its address is none. */
final class UndeliverableException extends Exception {

    UndeliverableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package de.krisenaustausch.notification.service;

/** Mails of this event wait to be sent; one message for each batch of them. */
public record MailsQueued(String event) {
}

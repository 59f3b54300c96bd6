package de.krisenaustausch.notification.service;

/**
 * A mail as the postman gets it: all texts are on one line where they are headers.
 *
 * @param messageId the same whenever this mail is sent again, so that mail programs see one
 * @param unsubscribe address that ends the subscription by one POST (RFC 8058); null when the mail follows from none
 * @param listId identifier of the space, for people's filters (RFC 2919); null when the mail is about none
 * @param inReplyTo Message-ID of the mail that this one answers; null when it answers none
 */
record Letter(long deliveryId, String messageId, String email, String name, String subject, String text, String html,
              String unsubscribe, String listId, String inReplyTo) {

    Letter(long deliveryId, String messageId, String email, String name, String subject, String text, String html, String unsubscribe, String listId) {
        this(deliveryId, messageId, email, name, subject, text, html, unsubscribe, listId, null);
    }
}

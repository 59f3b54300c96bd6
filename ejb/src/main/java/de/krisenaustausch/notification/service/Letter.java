package de.krisenaustausch.notification.service;

/**
 * A mail as the postman gets it: all texts are on one line where they are headers.
 *
 * @param messageId the same whenever this mail is sent again, so that mail programs see one
 * @param unsubscribe address that ends the subscription by one POST (RFC 8058)
 * @param listId identifier of the space, for people's filters (RFC 2919)
 */
record Letter(long deliveryId, String messageId, String email, String name, String subject, String text, String html,
              String unsubscribe, String listId) {
}

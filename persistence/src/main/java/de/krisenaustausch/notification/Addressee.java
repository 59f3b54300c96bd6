package de.krisenaustausch.notification;

/**
 * One mail of a batch that was claimed: to whom, and why.
 *
 * @param deliveryId the row to mark when it is done
 * @param name first and family name, may be empty
 * @param subscriptionId what she follows, to be ended by one click; 0 when the mail is not wanted
 * @param topic name of the topic that she follows; null when it is the whole space
 * @param wanted whether she may still see the document and still wants such mail
 */
public record Addressee(long deliveryId, long memberId, String email, String name, long subscriptionId, String topic, boolean wanted) {
}

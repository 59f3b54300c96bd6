package de.krisenaustausch.notification;

/**
 * One mail of a batch that was claimed: to whom, and why.
 *
 * @param deliveryId the row to mark when it is done
 * @param name first and family name, may be empty
 * @param subscriptionId what she follows, to be ended by one click; 0 when she gets it for another reason, or does not want it
 * @param topic name of the topic that she follows; null when it is the whole space
 * @param reason why she gets it although she need not follow anything, such as {@code ASKED}; null when it is what she follows
 * @param wanted whether she may still see what it tells of and still wants such mail
 */
public record Addressee(long deliveryId, long memberId, String email, String name, long subscriptionId, String topic, String reason, boolean wanted) {
}

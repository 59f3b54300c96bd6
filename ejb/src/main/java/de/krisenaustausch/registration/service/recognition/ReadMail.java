package de.krisenaustausch.registration.service.recognition;

import java.util.List;

/**
 * A mail as far as it matters here, decoded.
 *
 * @param address the sender's, or null when there is none that is one
 * @param sender the name beside the address, "" without
 * @param text the plain part, "" without
 * @param html the HTML part as text, "" without
 * @param messageId "" without
 * @param references ids of the mails that it answers, from In-Reply-To and References
 * @param machine why nobody may answer it (RFC 3834), or null when a person wrote it
 */
public record ReadMail(String address, String sender, String subject, String text, String html, String messageId, List<String> references, String machine) {
}

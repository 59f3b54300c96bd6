package de.krisenaustausch.notification;

/**
 * What a mail says of a document that was shared, read in one statement.
 *
 * @param sharerId who shared it, and gets no mail of her own
 * @param municipality in whose name
 */
public record Announcement(long documentId, String title, String description, String type, long spaceId, String spaceSlug, String spaceName,
                           long sharerId, String sharerGivenName, String sharerFamilyName, String municipality) {

    /** @return first and family name of the person who shared it */
    public String sharer() {
        return ((sharerGivenName == null ? "" : sharerGivenName) + " " + (sharerFamilyName == null ? "" : sharerFamilyName)).strip();
    }
}

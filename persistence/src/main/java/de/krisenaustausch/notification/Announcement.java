package de.krisenaustausch.notification;

/**
 * What a mail says of something that happened to a contribution, read in one statement.
 *
 * @param event what happened, with the id that tells it from others of its kind: {@code DocumentShared:4711}
 * @param beginning of what it says, or null
 * @param detail one more line of facts, such as its type; or null
 * @param path where it is, behind the address of its space: {@code /dokumente/4711}
 * @param actorId who did it, and gets no mail of her own; 0 when nobody did
 * @param actor her name
 * @param municipality in whose name
 */
public record Announcement(String event, State state, String title, String beginning, String detail, String path, long spaceId, String spaceSlug,
                           String spaceName, long actorId, String actor, String municipality) {

    /** Whether it may be told: now, not yet (a message can be faster than the row that it was committed with), or no more. */
    public enum State { CURRENT, EARLY, PAST }

    /** @return the kind of what happened: {@code DocumentShared} */
    public String kind() {
        return event.substring(0, event.indexOf(':'));
    }

    /** @return the id that tells it from others of its kind */
    public long id() {
        return Long.parseLong(event.substring(event.indexOf(':') + 1));
    }
}

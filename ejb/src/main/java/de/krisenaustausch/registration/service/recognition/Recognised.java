package de.krisenaustausch.registration.service.recognition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a mail says about its sender. Nothing here is wrong without standing in {@code uncertain}: that is what a person checks.
 *
 * @param address the sender's, or null when the mail has none that is one
 * @param organisation as she wrote it, or null
 * @param candidates those whom she may mean, the likeliest first; one and certain when {@code organisation} is not in {@code uncertain}
 * @param function what she is there ("Amtsleiterin"), or null; never asked for
 * @param space slug of the wanted space, or null
 * @param uncertain fields that are filled but were guessed, or contradict each other
 * @param missing fields that the mail does not tell
 */
public record Recognised(String address, String firstName, String lastName, String organisation, List<Place> candidates, String office, String function,
                         String space, Set<Field> uncertain, Set<Field> missing) {

    /** @return the organisation, if there is one that may be meant, also when it is uncertain */
    public Place place() {
        return candidates.isEmpty() ? null : candidates.get(0);
    }

    /** @return whether all is known, and nothing guessed */
    public boolean isSure() {
        return missing.isEmpty() && uncertain.isEmpty();
    }

    static Set<Field> missing(String firstName, String lastName, String organisation, String office, String space) {
        Set<Field> missing = EnumSet.noneOf(Field.class);
        if (firstName == null) {
            missing.add(Field.FIRST_NAME);
        }
        if (lastName == null) {
            missing.add(Field.LAST_NAME);
        }
        if (organisation == null) {
            missing.add(Field.ORGANISATION);
        }
        if (office == null) {
            missing.add(Field.OFFICE);
        }
        if (space == null) {
            missing.add(Field.SPACE);
        }
        return missing;
    }
}

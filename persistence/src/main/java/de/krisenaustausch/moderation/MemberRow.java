package de.krisenaustausch.moderation;

import de.krisenaustausch.municipality.FederalState;
import java.time.Instant;

/**
 * A member as the back office lists her.
 *
 * @param municipality null as long as she has not said where she works
 * @param lastSignInAt null when she never came
 */
public record MemberRow(long id, String givenName, String familyName, String email, String municipality, String county, FederalState federalState,
                        String office, String function, boolean administrator, boolean blocked, Long mergedInto, Instant lastSignInAt, Instant createdAt) {

    /** @return first and family name, or the e-mail address while they are unknown */
    public String name() {
        String name = ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
        return name.isEmpty() ? email : name;
    }

    public MemberFilter.State state() {
        if (mergedInto != null) {
            return MemberFilter.State.MERGED;
        }
        if (blocked) {
            return MemberFilter.State.BLOCKED;
        }
        boolean complete = givenName != null && familyName != null && municipality != null && office != null;
        return complete ? MemberFilter.State.ACTIVE : MemberFilter.State.WAITING;
    }
}

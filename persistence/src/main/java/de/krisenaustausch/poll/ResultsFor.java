package de.krisenaustausch.poll;

/** Who sees the result of a poll, and when. */
public enum ResultsFor {
    /** Everybody in the space, while it runs. */
    LIVE,
    /** Whoever took part; everybody in the space when it has ended. */
    AFTER_ANSWERING,
    /** Everybody in the space when it has ended. */
    AFTER_DEADLINE,
    /** The people of the municipality that asks and the space's moderators. */
    ORGANISERS;

    /** @return whether an anonymous poll may be so: one that shows its sums while it runs would show each vote come in */
    public boolean isFitForAnonymous() {
        return this == AFTER_DEADLINE || this == ORGANISERS;
    }
}

package de.krisenaustausch.poll;

/** How a question is answered. */
public enum QuestionKind {
    /** One of the options. */
    SINGLE,
    /** Several options, up to a maximum if there is one. */
    MULTIPLE,
    /** Options in an order, the best first; the rest may be left out. */
    RANKING,
    /** Yes, no, or not yet. */
    YES_NO_NOT_YET,
    /** In words. */
    TEXT,
    /** A number with a unit, between limits if there are any. */
    NUMBER;

    /** @return whether people choose between options */
    public boolean isChoice() {
        return this != TEXT && this != NUMBER;
    }

    /** @return whether who asks writes the options */
    public boolean hasOwnOptions() {
        return isChoice() && this != YES_NO_NOT_YET;
    }

    /** @return whether at most one option can be chosen */
    public boolean isSingle() {
        return this == SINGLE || this == YES_NO_NOT_YET;
    }
}

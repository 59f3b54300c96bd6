package de.krisenaustausch.document;

/** Whether a version can be found by its text, and if not, why. */
public enum TextState {
    /** In Arbeit. */
    PENDING,
    /** Durchsuchbar. */
    SEARCHABLE,
    /** Passwortgeschützt. */
    PASSWORD,
    /** Scan ohne Text. */
    SCAN,
    /** Beschädigt. */
    DAMAGED,
    /** Given up: over the limits of time or memory. */
    GIVEN_UP,
    /** There is no text in it. */
    NO_TEXT
}

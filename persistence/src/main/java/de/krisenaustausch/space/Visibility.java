package de.krisenaustausch.space;

/** Who sees what is in a space. */
public enum Visibility {
    /** Every signed-in member; joining is a matter of taste. */
    ALL_MEMBERS,
    /** Listed for everybody, open to those whose request a moderator granted. */
    ON_REQUEST,
    /** Unknown to all but those who were invited. */
    INVITED
}

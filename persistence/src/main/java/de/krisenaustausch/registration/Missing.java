package de.krisenaustausch.registration;

/** What must still be told before anybody can decide on a request. */
public enum Missing {
    GIVEN_NAME,
    FAMILY_NAME,
    ORGANISATION,
    OFFICE
}

package de.krisenaustausch.registration.service.recognition;

/** What must be known of somebody who wants to come in. */
public enum Field {
    FIRST_NAME, LAST_NAME, ORGANISATION, OFFICE, SPACE
}

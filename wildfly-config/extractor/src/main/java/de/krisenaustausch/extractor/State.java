package de.krisenaustausch.extractor;

/** What came of reading a file; the names are those of the portal's own states. */
enum State {
    SEARCHABLE,
    PASSWORD,
    SCAN,
    DAMAGED,
    GIVEN_UP,
    NO_TEXT
}

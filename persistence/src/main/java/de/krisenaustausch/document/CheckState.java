package de.krisenaustausch.document;

/** What the malware scanner said of a version. Only CLEAN and UNCHECKED ones are given out. */
public enum CheckState {
    /** Not looked at yet, or the scanner does not answer: held back. */
    PENDING,
    CLEAN,
    INFECTED,
    /** No scanner is configured, and the page says so. */
    UNCHECKED;

    /** @return whether the file may leave the portal */
    public boolean isReleased() {
        return this == CLEAN || this == UNCHECKED;
    }
}

package de.krisenaustausch.question;

/** Whom a question without an answer waits for. */
public enum Stage {
    /** Anybody who happens to read it. */
    NEW,
    /** The experts of its topics. */
    EXPERTS,
    /** Those who moderate the space; nobody comes after them. */
    MODERATORS
}

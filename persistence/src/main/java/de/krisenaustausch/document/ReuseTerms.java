package de.krisenaustausch.document;

/** What others may do with a document. The portal's words for each stand in the bundles ({@code reuse.…}). */
public enum ReuseTerms {
    /** Adopt and adapt freely, without naming the source. */
    FREE,
    /** Adopt and adapt, naming the municipality (like CC BY 4.0). */
    NAMED,
    /** Within public administration only. */
    ADMINISTRATION,
    /** Read only; ask before using it. */
    ASK
}

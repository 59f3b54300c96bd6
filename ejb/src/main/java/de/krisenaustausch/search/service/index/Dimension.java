package de.krisenaustausch.search.service.index;

/** What search results are narrowed down by. */
public enum Dimension {
    /** Values are ids of spaces. */
    SPACE,
    /** Slugs of topics; the only one of which a document has several. */
    TOPIC,
    /** Slugs of document types. */
    TYPE,
    /** Names of {@link de.krisenaustausch.municipality.FederalState}. */
    STATE,
    /** Names of {@link de.krisenaustausch.municipality.SizeClass}. */
    SIZE,
    /** PDF, Word, Excel … */
    FILE,
    /** Days back from now: 7, 30, 365. Each counts what the smaller ones count, too. */
    TIME
}

package de.krisenaustausch.search.service.index;

/** What search results are narrowed down by. */
public enum Dimension {
    /** Values are ids of spaces. */
    SPACE,
    /** Names of {@link de.krisenaustausch.contribution.ContributionKind}. */
    KIND,
    /** Slugs of topics; the only one of which a contribution has several. */
    TOPIC,
    /** Slugs of document types; only documents have one. */
    TYPE,
    /** Names of {@link de.krisenaustausch.contribution.Progress}; only questions and polls have one. */
    PROGRESS,
    /** Names of {@link de.krisenaustausch.municipality.FederalState}. */
    STATE,
    /** Names of {@link de.krisenaustausch.municipality.SizeClass}. */
    SIZE,
    /** PDF, Word, Excel …; only documents have one. */
    FILE,
    /** Days back from now: 7, 30, 365. Each counts what the smaller ones count, too. */
    TIME
}

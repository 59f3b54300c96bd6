package de.krisenaustausch.poll;

/**
 * By what results can be taken apart. An anonymous poll keeps one of these with a ballot, or none: of two, each coarse by
 * itself, the difference of their sums can be a single municipality.
 */
public enum Breakdown {
    /** The Land. */
    STATE("state"),
    /** The size class by inhabitants. */
    SIZE("size_class"),
    /** What the organisation is: Stadt, Gemeinde, Kreis … */
    KIND("kind");

    private final String column;

    Breakdown(String column) {
        this.column = column;
    }

    /** @return where a ballot keeps it */
    String column() {
        return column;
    }
}

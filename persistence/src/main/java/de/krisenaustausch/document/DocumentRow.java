package de.krisenaustausch.document;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.SizeClass;
import java.time.Instant;

/** What a list says of a document: one row of one statement, without entities. Texts are as people wrote them. */
public record DocumentRow(
    long id,
    String title,
    String description,
    String typeName,
    String kind,
    String municipality,
    FederalState state,
    int population,
    SizeClass sizeClass,
    Instant sharedAt,
    long downloads,
    CheckState checkState,
    TextState textState) {
}

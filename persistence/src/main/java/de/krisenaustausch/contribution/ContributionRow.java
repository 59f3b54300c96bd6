package de.krisenaustausch.contribution;

import de.krisenaustausch.municipality.FederalState;
import java.time.Instant;

/**
 * What a space's stream says of a contribution: one row of one statement, without entities. Texts are as people wrote them.
 *
 * @param text null where nobody wrote one
 * @param typeName of a document, else null
 * @param fileKind of a document, else null
 * @param progress of a question or poll, else null
 * @param at when it was shared, asked or published
 * @param figure how often a document was downloaded, how many answered a question or took part in a poll; 0 for a link
 */
public record ContributionRow(
    ContributionKind kind,
    long id,
    String title,
    String text,
    String typeName,
    String fileKind,
    Progress progress,
    String municipality,
    FederalState state,
    int population,
    Instant at,
    long figure) {
}

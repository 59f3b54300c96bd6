package de.krisenaustausch.search.service;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.search.service.index.Answer;
import de.krisenaustausch.search.service.index.Dimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found.
 *
 * @param total how many contributions match, of those that the reader may see
 * @param facets by dimension, what results can be narrowed down to
 * @param similar hits that match only when mistakes are forgiven
 * @param meant what was probably meant, or null
 * @param more whether there is a further page
 * @param complete false while the index is being built and hits may be missing
 */
public record SearchResult(long total, List<SearchHit> hits, Map<Dimension, List<Facet>> facets, List<SearchHit> similar,
                           String meant, boolean more, boolean complete) {

    /** A value that results can be narrowed down to; the label is null where pages have words for it. */
    public record Facet(String value, String label, long documents) {
    }

    /**
     * A contribution that was found.
     *
     * @param typeName of a document, else null
     * @param fileKind of a document, else null
     * @param progress of a question or poll, else null
     */
    public record SearchHit(long id, ContributionKind kind, String space, String spaceName, String title, String description, String typeName,
                            String fileKind, Progress progress, String municipality, FederalState state, int population, Instant sharedAt, Answer.Quote quote,
                            Set<Answer.Likeness> likeness) {
    }
}

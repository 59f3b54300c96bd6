package de.krisenaustausch.search.service.index;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the index.
 *
 * @param text as typed; blank asks for all documents
 * @param readable ids of the spaces that the reader may read; nothing else is ever looked at
 * @param chosen what results are narrowed down to: any of the values, in every dimension
 * @param place id of the only municipality wanted, or null
 * @param home the reader's own municipality, or null
 * @param from how many hits are skipped
 * @param limit how many hits are wanted
 * @param now for the dimension of time
 */
public record Inquiry(String text, Set<Long> readable, Map<Dimension, Set<String>> chosen, Long place, Entry.Place home,
                       Order order, int from, int limit, Instant now) {

    /** How hits are sorted. Among those of equal relevance, what comes from municipalities like the reader's is first. */
    public enum Order { RELEVANCE, NEWEST, OLDEST }
}

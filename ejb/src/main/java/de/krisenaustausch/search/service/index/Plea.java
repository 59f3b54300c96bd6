package de.krisenaustausch.search.service.index;

import java.util.Set;

/**
 * What somebody is about to ask others: the index is asked for what answers it already.
 *
 * @param text the title of the question as far as it is typed; the last word may be unfinished
 * @param readable ids of the spaces that the reader may read; nothing else is ever looked at
 * @param home the reader's own municipality, or null
 * @param space where it would be asked: what is there is preferred
 */
public record Plea(String text, Set<Long> readable, Entry.Place home, long space) {
}

package de.krisenaustausch.search.service;

import de.krisenaustausch.search.service.index.Dimension;
import de.krisenaustausch.search.service.index.Inquiry;
import java.util.Map;
import java.util.Set;

/**
 * What somebody searches for.
 *
 * @param text as typed, at most {@link #LENGTH} characters; blank lists all that the other choices leave
 * @param chosen values by dimension; spaces by slug
 * @param municipality id of the only one wanted, or null
 * @param page from 1, at most {@link #PAGES}
 */
public record SearchRequest(String text, Map<Dimension, Set<String>> chosen, Long municipality, Inquiry.Order order, int page) {

    /** The longest text that is searched for, in characters. */
    public static final int LENGTH = 200;
    /** Hits on a page. */
    public static final int PAGE = 10;
    /** So many pages are given out; who needs more narrows down. */
    public static final int PAGES = 50;

    public SearchRequest {
        text = text == null ? "" : text.strip();
        page = Math.min(Math.max(page, 1), PAGES);
    }
}

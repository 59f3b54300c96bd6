package de.krisenaustausch.search.service.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index answers.
 *
 * @param total documents that match, of those that the reader may see
 * @param counts by dimension and value, the most frequent first; a dimension's counts disregard what is chosen in it
 * @param similar documents that match only when mistakes are forgiven; asked for when there are few others
 * @param meant the words as they were probably meant, or null
 */
public record Answer(long total, List<Hit> hits, Map<Dimension, List<Count>> counts, List<Hit> similar, String meant) {

    /** How many documents have that value. */
    public record Count(String value, long documents) {
    }

    /** Why a document may suit the reader better than others. */
    public enum Likeness { OWN, SIZE, STATE, KIND }

    /** A contribution that was found; the type as its slug. */
    public record Hit(long id, long spaceId, String title, String description, Entry.Nature nature, Entry.Place place,
                      Instant sharedAt, Quote quote, Set<Likeness> likeness) {
    }

    /**
     * The passage that answers best.
     *
     * @param page of the file, from 1; 0 when it is not known
     * @param pieces the passage from left to right
     * @param anchor a word of it, exactly as it stands there, or null
     */
    public record Quote(int page, List<Piece> pieces, String anchor) {
    }

    /** A piece of a passage, as plain text; whoever shows it escapes it. */
    public record Piece(String text, boolean marked) {
    }
}

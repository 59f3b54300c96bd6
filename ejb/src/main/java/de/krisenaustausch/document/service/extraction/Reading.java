package de.krisenaustausch.document.service.extraction;

import de.krisenaustausch.document.TextState;
import java.util.List;

/**
 * What reading a file gave.
 *
 * @param pages the text, empty unless the state is SEARCHABLE
 * @param real whether they are the file's own pages
 */
public record Reading(TextState state, List<Page> pages, boolean real) {

    /** Text of one page. @param number from 1 */
    public record Page(int number, String text) {
    }

    static Reading without(TextState state) {
        return new Reading(state, List.of(), false);
    }
}

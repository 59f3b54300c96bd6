package de.krisenaustausch.search.service.index;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import java.time.Instant;
import java.util.List;

/**
 * A document as the index keeps it. Names of spaces, topics and types are looked up when a hit is shown, so that
 * renaming one needs no new index; only finding by the old name lasts until the document changes.
 */
public final class Entry {

    /** So much of a document's text is searched, in characters: about a thousand pages. */
    public static final int TEXT_LENGTH = 2_000_000;

    private final long id;
    private final Facts facts;
    private final Text text;

    public Entry(long id, Facts facts, Text text) {
        this.id = id;
        this.facts = facts;
        this.text = text;
    }

    /** What a document is filtered by and what its line of facts says. Type and topics are slugs. */
    public record Facts(long spaceId, String type, List<String> topics, String fileKind, Instant sharedAt, Place place) {
    }

    /** The municipality that shared it. */
    public record Place(long id, String name, MunicipalityKind kind, FederalState state, SizeClass size, int population) {
    }

    /**
     * What a document is found by.
     *
     * @param words names of its type, topics, municipality and file
     * @param pages its text in the order of the file; empty as long as the file is not released
     * @param numbered whether these are the file's own pages
     */
    public record Text(String title, String description, List<String> words, List<Page> pages, boolean numbered) {
    }

    /** One page or page-sized piece of text. */
    public record Page(int number, String text) {
    }

    public long getId() {
        return id;
    }

    public Facts getFacts() {
        return facts;
    }

    public Text getText() {
        return text;
    }
}

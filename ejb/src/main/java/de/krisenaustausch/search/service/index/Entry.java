package de.krisenaustausch.search.service.index;

import de.krisenaustausch.contribution.ContributionKind;
import de.krisenaustausch.contribution.Progress;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import java.time.Instant;
import java.util.List;

/**
 * A contribution as the index keeps it. Names of spaces, topics and types are looked up when a hit is shown, so that
 * renaming one needs no new index; only finding by the old name lasts until the contribution changes.
 */
public final class Entry {

    /** So much of a contribution's text is searched, in characters: about a thousand pages. */
    public static final int TEXT_LENGTH = 2_000_000;

    private final long id;
    private final Facts facts;
    private final Text text;

    public Entry(long id, Facts facts, Text text) {
        this.id = id;
        this.facts = facts;
        this.text = text;
    }

    /** What a contribution is filtered by and what its line of facts says. Topics are slugs. */
    public record Facts(long spaceId, Nature nature, List<String> topics, Instant sharedAt, Place place) {
    }

    /**
     * What kind of contribution it is.
     *
     * @param type slug of a document's type, else null
     * @param fileKind of a document: PDF, Word …, else null
     * @param progress of a question or poll, else null
     */
    public record Nature(ContributionKind kind, String type, String fileKind, Progress progress) {

        public static Nature document(String type, String fileKind) {
            return new Nature(ContributionKind.DOCUMENT, type, fileKind, null);
        }

        public static Nature link() {
            return new Nature(ContributionKind.LINK, null, null, null);
        }

        public static Nature question(Progress progress) {
            return new Nature(ContributionKind.QUESTION, null, null, progress);
        }

        public static Nature poll(Progress progress) {
            return new Nature(ContributionKind.POLL, null, null, progress);
        }
    }

    /** The municipality that shared it. */
    public record Place(long id, String name, MunicipalityKind kind, FederalState state, SizeClass size, int population) {
    }

    /**
     * What a contribution is found by.
     *
     * @param words names of its type, topics, municipality and file
     * @param pages a document's text in the order of the file, empty as long as that is not released; a question's answers, the accepted one first
     * @param numbered whether these are a file's own pages
     * @param weighty what stands in the pages and counts more than the rest of them; null when nothing does
     */
    public record Text(String title, String description, List<String> words, List<Page> pages, boolean numbered, String weighty) {

        /** The text of something of which no part counts more than another. */
        public Text(String title, String description, List<String> words, List<Page> pages, boolean numbered) {
            this(title, description, words, pages, numbered, null);
        }
    }

    /** One page, page-sized piece of text, or answer. */
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

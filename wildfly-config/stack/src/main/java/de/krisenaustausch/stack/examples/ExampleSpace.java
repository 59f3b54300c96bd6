package de.krisenaustausch.stack.examples;

import java.util.List;

/**
 * A space of the local stack.
 *
 * @param topics by name, in the space's order
 * @param moderators usernames
 */
record ExampleSpace(String slug, String name, String association, String visibility, List<String> topics, List<String> moderators, String purpose) {

    static ExampleSpace of(String text) {
        Markup.Source source = Markup.source(text);
        return new ExampleSpace(source.get("slug"), source.get("name"), source.get("association"), source.get("visibility"),
            source.list("topics"), source.list("moderators"), source.body().replaceAll("\\s+", " ").strip());
    }
}

package de.krisenaustausch.stack.examples;

import java.util.List;

/**
 * A paper written for the local stack: what its sharer says of it, and its text. A line {@code %% note} in the text
 * parts two versions: the first one ends there, the second one has it all.
 *
 * @param heading as printed on the paper; usually, but not always, its title
 * @param look letter, paper or notice
 * @param recipient of a letter, its lines parted by {@code /}
 * @param reference the file reference, or empty
 * @param date as printed, or empty
 */
record ExampleDocument(String file, String title, String type, String space, List<String> topics, String person, String text,
                       String reuse, String contact, String heading, String look, String recipient, String reference,
                       String date, String body) {

    static ExampleDocument of(String text) {
        Markup.Source source = Markup.source(text);
        String title = source.get("title");
        return new ExampleDocument(source.get("file"), title, source.get("type"), source.get("space"), source.list("topics"),
            source.get("person"), source.get("text"), source.get("reuse"), source.get("contact"), source.get("heading", title),
            source.get("look", "paper"), source.get("recipient", ""), source.get("reference", ""), source.get("date", ""), source.body());
    }

    /** @return the file's format, known by the end of its name */
    Format format() {
        return Format.of(file);
    }

    /** A state of the text, and what changed with it (empty for the first). */
    record Version(String change, List<Block> blocks) {
    }

    /** @return the oldest version first */
    List<Version> versions() {
        String[] parts = body.split("(?m)^%% ", 2);
        Version first = new Version("", Markup.blocks(parts[0]));
        if (parts.length == 1) {
            return List.of(first);
        }
        String[] second = parts[1].split("\\R", 2);
        return List.of(first, new Version(second[0].strip(), Markup.blocks(parts[0] + second[1])));
    }
}

package de.krisenaustausch.stack.examples;

import java.util.List;

/**
 * A link that an example person shares; its page is made up and never answers.
 *
 * @param topics by name
 * @param why the page matters
 */
record ExampleLink(String space, String person, String address, String title, List<String> topics, String why) {

    static ExampleLink of(List<String> cells) {
        return new ExampleLink(cells.get(0), cells.get(1), cells.get(2), cells.get(3), List.of(cells.get(4).split(", ")), cells.get(5));
    }
}

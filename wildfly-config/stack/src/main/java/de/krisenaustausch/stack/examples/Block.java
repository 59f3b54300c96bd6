package de.krisenaustausch.stack.examples;

import java.util.List;

/** A piece of a paper's text, as all renderers know it. Texts may hold {@code **bold**} words. */
sealed interface Block {

    /** @param level 1 for a chapter, 2 for a section within it */
    record Heading(int level, String text) implements Block {
    }

    /** @param text lines that must break are parted by a line feed */
    record Paragraph(String text) implements Block {
    }

    record Items(Mark mark, List<String> texts) implements Block {
    }

    /** @param rows the first one is the head; all have the same number of cells */
    record Table(List<List<String>> rows) implements Block {
    }

    /** What must not be overlooked. */
    record Note(String text) implements Block {
    }

    /** Something to fill in by hand. */
    record Field(String label) implements Block {
    }

    /** The next page begins. */
    record Break() implements Block {
    }

    /** How the items of a list begin. */
    enum Mark {
        BULLET, NUMBER, CHECK
    }
}

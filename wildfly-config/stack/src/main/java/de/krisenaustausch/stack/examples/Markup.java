package de.krisenaustausch.stack.examples;

import de.krisenaustausch.stack.examples.Block.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the papers' source: a head of {@code key: value} lines, a line {@code ---}, then text in a small Markdown.
 * Beyond Markdown {@code [ ]} is something to tick, {@code ? } something to fill in, {@code ===} a new page, and a
 * backslash at a line's end breaks the line.
 */
final class Markup {

    private static final Pattern ITEM = Pattern.compile("(- |\\d+\\. |\\[ ] )(.*)");

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private Markup() {
    }

    /** A source in its two parts. */
    record Source(Map<String, String> head, String body) {

        /** @throws IllegalArgumentException when the head lacks it */
        String get(String key) {
            String value = head.get(key);
            if (value == null) {
                throw new IllegalArgumentException("the head says no " + key + ": " + head);
            }
            return value;
        }

        String get(String key, String otherwise) {
            return head.getOrDefault(key, otherwise);
        }

        List<String> list(String key) {
            return Arrays.stream(get(key).split(",")).map(String::strip).filter(value -> !value.isEmpty()).toList();
        }
    }

    /** A run of text in one weight. */
    record Span(String text, boolean bold) {
    }

    static Source source(String text) {
        String[] parts = text.split("(?m)^---\\R", 2);
        Map<String, String> head = new LinkedHashMap<>();
        parts[0].lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("no key in the head's line: " + line);
            }
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return new Source(head, parts.length < 2 ? "" : parts[1]);
    }

    static List<Block> blocks(String body) {
        Markup markup = new Markup();
        body.lines().map(String::stripTrailing).forEach(markup::read);
        markup.close();
        return List.copyOf(markup.blocks);
    }

    /** @return the text cut where its weight changes */
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        String[] parts = text.split("\\*\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                spans.add(new Span(parts[i], i % 2 == 1));
            }
        }
        return spans;
    }

    private void read(String line) {
        boolean starts = line.isBlank() || line.startsWith("#") || line.startsWith("? ") || line.equals("===");
        boolean sameKind = !lines.isEmpty() && kind(lines.get(0)) == kind(line);
        if (starts || !lines.isEmpty() && !sameKind && !continues(line)) {
            close();
        }
        if (line.startsWith("#")) {
            int level = line.startsWith("##") ? 2 : 1;
            blocks.add(new Block.Heading(level, line.substring(level).strip()));
        } else if (line.startsWith("? ")) {
            blocks.add(new Block.Field(line.substring(2)));
        } else if (line.equals("===")) {
            blocks.add(new Block.Break());
        } else if (!line.isBlank()) {
            lines.add(line);
        }
    }

    /** Lines that are indented belong to the list item above. */
    private boolean continues(String line) {
        return line.startsWith("  ") && ITEM.matcher(lines.get(0)).matches();
    }

    private static char kind(String line) {
        if (line.startsWith("|")) {
            return '|';
        }
        if (line.startsWith("> ")) {
            return '>';
        }
        return ITEM.matcher(line).matches() ? Character.isDigit(line.charAt(0)) ? '1' : line.charAt(0) : 'p';
    }

    private void close() {
        if (lines.isEmpty()) {
            return;
        }
        switch (kind(lines.get(0))) {
            case '|' -> blocks.add(new Block.Table(lines.stream().map(Markup::cells).toList()));
            case '>' -> blocks.add(new Block.Note(join(lines.stream().map(line -> line.substring(2)).toList())));
            case '-' -> blocks.add(new Block.Items(Mark.BULLET, items()));
            case '1' -> blocks.add(new Block.Items(Mark.NUMBER, items()));
            case '[' -> blocks.add(new Block.Items(Mark.CHECK, items()));
            default -> blocks.add(new Block.Paragraph(join(lines)));
        }
        lines.clear();
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private List<String> items() {
        List<List<String>> items = new ArrayList<>();
        for (String line : lines) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                items.add(new ArrayList<>(List.of(item.group(2))));
            } else {
                items.get(items.size() - 1).add(line.strip());
            }
        }
        return items.stream().map(Markup::join).toList();
    }

    private static String join(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            boolean breaks = line.endsWith("\\");
            text.append(breaks ? line.substring(0, line.length() - 1).stripTrailing() : line).append(breaks ? '\n' : ' ');
        }
        return text.toString().strip();
    }
}

package de.krisenaustausch.notification.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with slots ({@code {{name}}}) and parts that are left out when their slot is empty
 * ({@code {{#name}}…{{/name}}}). It can be filled in steps: what all recipients share once, what is each one's own
 * later. Values are never read as a template again.
 */
final class Template {

    private static final Pattern MARK = Pattern.compile("\\{\\{([#/]?)(\\w+)}}");

    private final boolean html;
    private final List<Part> parts;

    private sealed interface Part permits Words, Slot, Section {
    }

    private record Words(String text) implements Part {
    }

    private record Slot(String name) implements Part {
    }

    private record Section(String name, List<Part> parts) implements Part {
    }

    private Template(boolean html, List<Part> parts) {
        this.html = html;
        this.parts = parts;
    }

    /** @param file beside this class; values are escaped where its name ends in {@code .html} */
    static Template load(String file) {
        try (InputStream stream = Template.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such template: " + file);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), file.endsWith(".html"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Template parse(String source, boolean html) {
        Deque<List<Part>> open = new ArrayDeque<>();
        open.push(new ArrayList<>());
        Matcher mark = MARK.matcher(source);
        int end = 0;
        while (mark.find()) {
            open.element().add(new Words(source.substring(end, mark.start())));
            end = mark.end();
            switch (mark.group(1)) {
                case "#" -> {
                    List<Part> inside = new ArrayList<>();
                    open.element().add(new Section(mark.group(2), inside));
                    open.push(inside);
                }
                case "/" -> open.pop();
                default -> open.element().add(new Slot(mark.group(2)));
            }
        }
        open.element().add(new Words(source.substring(end)));
        return new Template(html, open.element());
    }

    /** @return the template with these slots filled, the others still open */
    Template fill(Map<String, String> values) {
        List<Part> filled = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        fill(parts, values, filled, words);
        filled.add(new Words(words.toString()));
        return new Template(html, filled);
    }

    /** @return the finished text. @throws IllegalStateException when a slot is still open */
    String finish(Map<String, String> values) {
        List<Part> filled = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        fill(parts, values, filled, words);
        if (!filled.isEmpty()) {
            throw new IllegalStateException("open in template: " + filled.get(filled.size() - 1));
        }
        return words.toString();
    }

    private void fill(List<Part> from, Map<String, String> values, List<Part> filled, StringBuilder words) {
        for (Part part : from) {
            if (part instanceof Words literal) {
                words.append(literal.text());
            } else if (part instanceof Slot slot && values.containsKey(slot.name())) {
                words.append(html ? escape(values.get(slot.name())) : values.get(slot.name()));
            } else if (part instanceof Section section && values.containsKey(section.name())) {
                if (!values.get(section.name()).isEmpty()) {
                    fill(section.parts(), values, filled, words);
                }
            } else {
                filled.add(new Words(words.toString()));
                words.setLength(0);
                filled.add(part instanceof Section section ? new Section(section.name(), new Template(html, section.parts()).fill(values).parts) : part);
            }
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

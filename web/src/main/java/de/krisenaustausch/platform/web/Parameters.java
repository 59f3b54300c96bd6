package de.krisenaustausch.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what stands in an address or a form, where anybody can write anything, and writes what is looked for into an address. */
public final class Parameters {

    /** All of these fit into a long. */
    private static final String ID = "\\d{1,18}";

    private Parameters() {
    }

    /** @return the id; empty when the text is none, or null */
    public static OptionalLong id(String text) {
        return text != null && text.matches(ID) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** @param values may be null @return the ids among them, each once, in their order */
    public static Set<Long> ids(String[] values) {
        return values == null ? Set.of() : Arrays.stream(values).map(Parameters::id).filter(OptionalLong::isPresent).map(OptionalLong::getAsLong)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return trimmed words, so many characters at most; null when there are none */
    public static String words(String text, int longest) {
        return text == null || text.isBlank() ? null : text.strip().substring(0, Math.min(text.strip().length(), longest));
    }

    /** @return one part of a query for {@link #query}; "" when nothing was chosen */
    public static String part(String name, Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** @return the part of an address behind the question mark, with it; "" when nothing is looked for */
    public static String query(String... parts) {
        String query = String.join("", parts);
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }
}

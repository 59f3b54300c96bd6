package de.krisenaustausch.search.service.index;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * All that a document is found by as one text, with the places where its pages begin. One text instead of an entry a
 * page: so that results, counts and filters speak of documents, and words may stand on different pages.
 */
record Body(String text, int[] starts, int[] numbers) {

    private static final Pattern SOFT_HYPHEN = Pattern.compile("\u00ad\\s*");
    private static final Pattern BROKEN_WORD = Pattern.compile("(?<=\\p{L}{2})-\\s*[\\r\\n]+\\s*(?=\\p{Ll}{2})(?!und\\b|oder\\b|bzw\\b)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Body of(Entry.Text source) {
        StringBuilder text = new StringBuilder();
        append(text, source.title());
        append(text, source.description());
        append(text, String.join(" \u00b7 ", source.words()));
        int[] starts = new int[source.pages().size()];
        int[] numbers = new int[starts.length];
        int pages = 0;
        for (Entry.Page page : source.pages()) {
            if (text.length() >= Entry.TEXT_LENGTH) {
                break;
            }
            starts[pages] = text.length();
            numbers[pages++] = source.numbered() ? page.number() : 0;
            append(text, page.text());
        }
        text.setLength(Math.min(text.length(), Entry.TEXT_LENGTH));
        return new Body(text.toString(), Arrays.copyOf(starts, pages), Arrays.copyOf(numbers, pages));
    }

    /** Reads what {@link #pages} wrote. */
    static Body of(String text, String pages) {
        String[] all = pages == null || pages.isEmpty() ? new String[0] : pages.split(" ");
        int[] starts = new int[all.length];
        int[] numbers = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            int at = all[i].indexOf('@');
            numbers[i] = Integer.parseInt(all[i].substring(0, at));
            starts[i] = Integer.parseInt(all[i].substring(at + 1));
        }
        return new Body(text, starts, numbers);
    }

    /** @return the pages as the index stores them: number@start, 0 for a piece that is no page of the file */
    String pages() {
        StringBuilder pages = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            pages.append(i == 0 ? "" : " ").append(numbers[i]).append('@').append(starts[i]);
        }
        return pages.toString();
    }

    /** @return index of the page at that place of the text, -1 in front of the first */
    int pageAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int start(int page) {
        return page < 0 ? 0 : starts[page];
    }

    int end(int page) {
        return page + 1 < starts.length ? starts[page + 1] : text.length();
    }

    /** @return the file's own page, or 0 */
    int number(int page) {
        return page < 0 ? 0 : numbers[page];
    }

    private static void append(StringBuilder text, String part) {
        if (part != null && !part.isBlank()) {
            String whole = BROKEN_WORD.matcher(SOFT_HYPHEN.matcher(part).replaceAll("")).replaceAll("");
            text.append(BLANKS.matcher(whole).replaceAll(" ").strip()).append('\n');
        }
    }
}

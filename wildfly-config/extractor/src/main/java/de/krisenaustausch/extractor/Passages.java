package de.krisenaustausch.extractor;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes text in and writes it down page by page: pages of the file where it has some, else pieces of the size of a
 * page. The file holds for each its number and the bytes of its text (UTF-8), both after their length as Java's
 * {@link DataOutputStream} writes an int.
 */
final class Passages implements AutoCloseable {

    /** Characters that are kept of one file; about 3,000 closely printed pages. */
    static final int MAX_CHARACTERS = 10_000_000;
    /** Pages that are kept of one file. */
    static final int MAX_PAGES = 5_000;
    /** Where a piece ends at the next paragraph. */
    private static final int PIECE = 3_000;
    /** Where it ends in any case. */
    private static final int LONGEST_PIECE = 6_000;
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\x{D800}-\\x{DFFF}]|\\x{FFFE}|\\x{FFFF}");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern EMPTY_LINES = Pattern.compile(" ?\\n(\\s*\\n)+ ?");
    private static final Pattern SOFT_BREAK = Pattern.compile("(?<=\\p{Ll})\\x{AD}\\n?|\\x{AD}");

    private final DataOutputStream out;
    private final StringBuilder text = new StringBuilder();
    private boolean realPages;
    private int pages;
    private int letters;
    private long characters;

    Passages(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** There is enough of this text: the limits are reached. */
    static final class EnoughException extends RuntimeException {
        EnoughException() {
            super(null, null, false, false);
        }
    }

    /** From here on pages are the file's own. */
    void realPages() {
        realPages = true;
    }

    void append(char[] characters, int from, int length) {
        text.append(characters, from, length);
        cutIfLong();
    }

    void append(String more) {
        text.append(more);
        cutIfLong();
    }

    /** A line ends; a piece may end here. */
    void endLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        if (!realPages && text.length() >= PIECE) {
            endPage();
        }
    }

    private void cutIfLong() {
        while (!realPages && text.length() >= LONGEST_PIECE) {
            int border = border();
            String rest = text.substring(border);
            text.setLength(border);
            endPage();
            text.append(rest);
        }
        if (text.length() > MAX_CHARACTERS) {
            endPage();
        }
    }

    /** @return where a piece may end: behind a paragraph, else a line, else a word */
    private int border() {
        for (String end : List.of("\n\n", "\r\n\r\n", "\n", ". ", " ")) {
            int at = text.lastIndexOf(end, PIECE);
            if (at > PIECE / 2) {
                return at + end.length();
            }
        }
        return PIECE;
    }

    /** The page ends; one of the file's own counts also when it is empty. @throws EnoughException when no more is taken */
    void endPage() {
        String page = clean(text.toString());
        text.setLength(0);
        if (page.isEmpty() && !realPages) {
            return;
        }
        pages++;
        if (!page.isEmpty()) {
            write(page);
        }
        if (pages >= MAX_PAGES || characters >= MAX_CHARACTERS) {
            throw new EnoughException();
        }
    }

    private void write(String page) {
        String kept = page.substring(0, (int) Math.min(page.length(), MAX_CHARACTERS - characters));
        characters += kept.length();
        letters += (int) kept.chars().filter(Character::isLetterOrDigit).limit(1000).count();
        byte[] bytes = kept.getBytes(StandardCharsets.UTF_8);
        try {
            out.writeInt(pages);
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static String clean(String raw) {
        String text = SOFT_BREAK.matcher(raw.replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n')).replaceAll("");
        text = UNWANTED.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ");
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** @return how many pages there are so far, empty ones of the file's own too */
    int pages() {
        return pages;
    }

    boolean areRealPages() {
        return realPages;
    }

    /** @return letters and digits, roughly; a scan has no more than a stamp's */
    int letters() {
        return letters;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

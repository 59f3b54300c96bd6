package de.krisenaustausch.stack.examples;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Paper to write on from top to bottom; a new A4 page is taken when one is full. Lengths are points, y counts upwards
 * as in PDF. Faces are embedded, so that umlauts can be read and found everywhere.
 */
final class PdfSheet {

    static final float LEFT = 71;
    static final float RIGHT = 538;
    static final float WIDTH = RIGHT - LEFT;
    static final float TOP = 770;
    static final float BOTTOM = 76;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private PDPageContentStream stream;
    private float y;

    /** A word, or part of one, in one weight; {@code glued} when no blank stands before it. */
    record Word(String text, boolean bold, boolean glued) {
    }

    PdfSheet(boolean serif) throws IOException {
        String face = "/liberation/Liberation" + (serif ? "Serif" : "Sans");
        regular = font(face + "-Regular.ttf");
        bold = font(face + "-Bold.ttf");
        turn();
    }

    private PDFont font(String resource) throws IOException {
        try (InputStream file = PdfSheet.class.getResourceAsStream(resource)) {
            return PDType0Font.load(document, file, true);
        }
    }

    float y() {
        return y;
    }

    void moveTo(float newY) {
        y = newY;
    }

    void skip(float height) {
        y -= height;
    }

    /** Takes the next page. */
    void turn() throws IOException {
        if (stream != null) {
            stream.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        y = TOP;
    }

    /** Takes the next page when this height no longer fits. @return whether it did */
    boolean need(float height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        turn();
        return true;
    }

    /** Writes a text in lines of this width below what is there. */
    void flow(String text, float x, float width, float size, boolean heavy, Color colour) throws IOException {
        for (List<Word> line : wrap(text, width, size, heavy)) {
            need(size * 1.4f);
            y -= size * 1.4f;
            line(line, x, y + size * 0.25f, size, colour);
        }
    }

    /** Writes one line where it is told, without moving. */
    void at(String text, float x, float baseline, float size, boolean heavy, Color colour) throws IOException {
        line(List.of(new Word(text, heavy, true)), x, baseline, size, colour);
    }

    void atRight(String text, float x, float baseline, float size, boolean heavy, Color colour) throws IOException {
        at(text, x - width(text, size, heavy), baseline, size, heavy, colour);
    }

    void line(List<Word> words, float x, float baseline, float size, Color colour) throws IOException {
        stream.beginText();
        stream.setNonStrokingColor(colour);
        stream.newLineAtOffset(x, baseline);
        for (Word word : words) {
            stream.setFont(word.bold() ? bold : regular, size);
            stream.showText(word.glued() ? word.text() : " " + word.text());
        }
        stream.endText();
    }

    void fill(float x, float bottom, float width, float height, Color colour) throws IOException {
        stream.setNonStrokingColor(colour);
        stream.addRect(x, bottom, width, height);
        stream.fill();
    }

    void frame(float x, float bottom, float width, float height, float stroke, Color colour) throws IOException {
        stream.setStrokingColor(colour);
        stream.setLineWidth(stroke);
        stream.addRect(x, bottom, width, height);
        stream.stroke();
    }

    /** Draws a shield, parted into two fields, as invented towns bear it. */
    void shield(float x, float top, float width, Color chief, Color field) throws IOException {
        float height = width * 1.2f;
        shieldPath(x, top, width, height);
        stream.setNonStrokingColor(field);
        stream.fill();
        fill(x, top - height * 0.38f, width, height * 0.38f, chief);
        for (int i = 0; i < 3; i++) {
            fill(x + width * (0.16f + i * 0.26f), top - height * 0.28f, width * 0.15f, height * 0.15f, field);
        }
        shieldPath(x, top, width, height);
        stream.setStrokingColor(chief);
        stream.setLineWidth(1.2f);
        stream.stroke();
    }

    private void shieldPath(float x, float top, float width, float height) throws IOException {
        stream.moveTo(x, top);
        stream.lineTo(x + width, top);
        stream.lineTo(x + width, top - height * 0.55f);
        stream.curveTo(x + width, top - height * 0.8f, x + width * 0.75f, top - height * 0.92f, x + width / 2, top - height);
        stream.curveTo(x + width * 0.25f, top - height * 0.92f, x, top - height * 0.8f, x, top - height * 0.55f);
        stream.closePath();
    }

    /** @return the text in lines that are no wider than this */
    List<List<Word>> wrap(String text, float width, float size, boolean heavy) throws IOException {
        List<List<Word>> lines = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            List<Word> line = new ArrayList<>();
            float used = 0;
            for (Word word : words(part, width, size, heavy)) {
                float wide = width(word.glued() ? word.text() : " " + word.text(), size, word.bold());
                if (!line.isEmpty() && used + wide > width && !(word.glued() && word.text().length() < 3)) {
                    lines.add(line);
                    line = new ArrayList<>();
                    used = 0;
                }
                Word placed = line.isEmpty() ? new Word(word.text(), word.bold(), true) : word;
                line.add(placed);
                used += line.size() == 1 ? width(word.text(), size, word.bold()) : wide;
            }
            lines.add(line);
        }
        return lines;
    }

    private List<Word> words(String text, float width, float size, boolean heavy) throws IOException {
        List<Word> words = new ArrayList<>();
        boolean blank = true;
        for (Markup.Span span : Markup.spans(text)) {
            boolean weight = heavy || span.bold();
            for (String piece : span.text().split("(?<= )|(?= )")) {
                if (piece.isBlank()) {
                    blank = true;
                    continue;
                }
                boolean glued = !blank;
                for (String part : fitting(piece, width, size, weight)) {
                    words.add(new Word(part, weight, glued));
                    glued = true;
                }
                blank = false;
            }
        }
        return words;
    }

    /** Cuts a word that is wider than its column, behind a hyphen or slash where it has one. */
    private List<String> fitting(String word, float width, float size, boolean heavy) throws IOException {
        List<String> parts = new ArrayList<>();
        String rest = word;
        while (width(rest, size, heavy) > width && rest.length() > 4) {
            int cut = rest.length() - 1;
            while (cut > 3 && width(rest.substring(0, cut), size, heavy) > width) {
                cut--;
            }
            int hyphen = Math.max(rest.lastIndexOf('-', cut - 1), rest.lastIndexOf('/', cut - 1)) + 1;
            cut = hyphen > 2 ? hyphen : cut;
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        parts.add(rest);
        return parts;
    }

    float width(String text, float size, boolean heavy) throws IOException {
        return (heavy ? bold : regular).getStringWidth(text) / 1000 * size;
    }

    /** What stands on every page once their number is known. */
    interface Margin {
        void write(int page, int pages) throws IOException;
    }

    /** Writes the margins, the title into the file's properties, and closes the document. */
    byte[] finish(String title, String author, Margin margin) throws IOException {
        stream.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            stream = new PDPageContentStream(document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
            margin.write(i + 1, pages);
            stream.close();
        }
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setAuthor(author);
        document.getDocumentCatalog().setLanguage("de-DE");
        try (document; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }
}

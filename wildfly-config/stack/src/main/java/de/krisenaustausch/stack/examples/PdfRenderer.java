package de.krisenaustausch.stack.examples;

import de.krisenaustausch.stack.examples.Block.Mark;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sets a paper as PDF: a letter, an office paper, or a notice for the door. */
final class PdfRenderer {

    private static final Pattern NUMBER = Pattern.compile("[-+–]?[\\d.,]+( ?(€|%|Std\\.|Tage|EUR))?|–|");
    private static final Color INK = new Color(0x1a, 0x1a, 0x1a);
    private static final Color QUIET = new Color(0x5c, 0x5c, 0x5c);
    private static final float CELL = 5;

    private final ExampleDocument document;
    private final ExampleMunicipality from;
    private final PdfSheet sheet;
    private final Color accent;
    private final float size;

    private PdfRenderer(ExampleDocument document, ExampleMunicipality from) throws IOException {
        this.document = document;
        this.from = from;
        this.sheet = new PdfSheet(from.serif());
        this.accent = new Color(Integer.parseInt(from.colour(), 16));
        this.size = document.look().equals("notice") ? 14 : from.serif() ? 11 : 10;
    }

    static byte[] render(ExampleDocument document, List<Block> blocks, ExampleMunicipality from) {
        try {
            PdfRenderer renderer = new PdfRenderer(document, from);
            renderer.open();
            for (int i = 0; i < blocks.size(); i++) {
                renderer.set(blocks.get(i));
            }
            return renderer.sheet.finish(document.title(), from.name(), renderer::margin);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void open() throws IOException {
        letterhead();
        switch (document.look()) {
            case "letter" -> letter();
            case "notice" -> notice();
            default -> paper();
        }
    }

    private void letterhead() throws IOException {
        sheet.shield(PdfSheet.LEFT, 804, 34, accent, tint(0.35f));
        sheet.at(from.name(), PdfSheet.LEFT + 46, 786, 17, true, accent);
        sheet.at(document.contact().split(",")[0], PdfSheet.LEFT + 46, 771, 9, false, QUIET);
        sheet.atRight(from.street(), PdfSheet.RIGHT, 791, 8, false, QUIET);
        sheet.atRight(from.place(), PdfSheet.RIGHT, 780.5f, 8, false, QUIET);
        sheet.atRight("www." + from.domain(), PdfSheet.RIGHT, 770, 8, false, QUIET);
        sheet.fill(PdfSheet.LEFT, 755, PdfSheet.WIDTH, 1.5f, accent);
    }

    /** The fields of a business letter where DIN 5008 puts them: address on the left, what it is about on the right. */
    private void letter() throws IOException {
        sheet.at(from.name() + " · " + from.street() + " · " + from.place(), PdfSheet.LEFT, 700, 6.5f, false, QUIET);
        sheet.fill(PdfSheet.LEFT, 696, 230, 0.4f, QUIET);
        float baseline = 680;
        for (String line : document.recipient().split(" / ")) {
            sheet.at(line, PdfSheet.LEFT, baseline, 10, false, INK);
            baseline -= 14;
        }
        sheet.moveTo(710);
        fact("Aktenzeichen", document.reference());
        fact("Auskunft", document.contact());
        fact("Datum", document.date());
        sheet.moveTo(565);
        sheet.flow(document.heading(), PdfSheet.LEFT, PdfSheet.WIDTH, 11.5f, true, INK);
        sheet.skip(10);
    }

    private void fact(String label, String value) throws IOException {
        if (!value.isEmpty()) {
            sheet.flow(label, 372, PdfSheet.RIGHT - 372, 7.5f, false, QUIET);
            sheet.flow(value, 372, PdfSheet.RIGHT - 372, 9, false, INK);
            sheet.skip(5);
        }
    }

    private void paper() throws IOException {
        sheet.moveTo(728);
        sheet.flow(document.heading(), PdfSheet.LEFT, PdfSheet.WIDTH, 19, true, INK);
        String facts = (document.reference().isEmpty() ? "" : "Az. " + document.reference() + "  ·  ") + document.date();
        sheet.skip(2);
        sheet.flow(facts, PdfSheet.LEFT, PdfSheet.WIDTH, 9, false, QUIET);
        sheet.skip(14);
    }

    private void notice() throws IOException {
        sheet.moveTo(715);
        sheet.flow(document.heading(), PdfSheet.LEFT, PdfSheet.WIDTH, 34, true, accent);
        sheet.skip(18);
    }

    private void set(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            sheet.flow(paragraph.text(), PdfSheet.LEFT, PdfSheet.WIDTH, size, false, INK);
            sheet.skip(size * 0.6f);
        } else if (block instanceof Block.Items items) {
            items(items);
        } else if (block instanceof Block.Table table) {
            table(table.rows());
        } else if (block instanceof Block.Note note) {
            note(note.text());
        } else if (block instanceof Block.Field field) {
            field(field.label());
        } else {
            sheet.turn();
        }
    }

    private void heading(Block.Heading heading) throws IOException {
        float large = heading.level() == 1 ? size * 1.3f : size * 1.08f;
        if (!sheet.need(large * 5)) {
            sheet.skip(large * 0.6f);
        }
        sheet.flow(heading.text(), PdfSheet.LEFT, PdfSheet.WIDTH, large, true, heading.level() == 1 ? accent : INK);
        sheet.skip(size * 0.35f);
    }

    private void items(Block.Items items) throws IOException {
        int number = 0;
        for (String text : items.texts()) {
            sheet.need(size * 1.4f);
            float baseline = sheet.y() - size * 1.15f;
            number++;
            switch (items.mark()) {
                case BULLET -> sheet.fill(PdfSheet.LEFT + 7, baseline + size * 0.2f, size * 0.28f, size * 0.28f, accent);
                case CHECK -> sheet.frame(PdfSheet.LEFT + 4, baseline - size * 0.1f, size * 0.85f, size * 0.85f, 0.7f, INK);
                case NUMBER -> sheet.atRight(number + ".", PdfSheet.LEFT + 15, baseline, size, false, INK);
            }
            sheet.flow(text, PdfSheet.LEFT + 20, PdfSheet.WIDTH - 20, size, false, INK);
            sheet.skip(items.mark() == Mark.CHECK ? size * 0.45f : size * 0.25f);
        }
        sheet.skip(size * 0.45f);
    }

    private void note(String text) throws IOException {
        float inner = PdfSheet.WIDTH - 28;
        float height = sheet.wrap(text, inner, size, false).size() * size * 1.4f + 16;
        sheet.need(height);
        sheet.fill(PdfSheet.LEFT, sheet.y() - height, PdfSheet.WIDTH, height, tint(0.08f));
        sheet.fill(PdfSheet.LEFT, sheet.y() - height, 3, height, accent);
        sheet.skip(7);
        sheet.flow(text, PdfSheet.LEFT + 15, inner, size, false, INK);
        sheet.skip(9 + size * 0.8f);
    }

    private void field(String label) throws IOException {
        sheet.need(size * 2.4f);
        sheet.skip(size * 1.9f);
        sheet.at(label, PdfSheet.LEFT, sheet.y(), size, false, INK);
        float start = Math.max(PdfSheet.LEFT + 150, PdfSheet.LEFT + sheet.width(label, size, false) + 8);
        sheet.fill(start, sheet.y() - 2, PdfSheet.RIGHT - start, 0.5f, QUIET);
        sheet.skip(size * 0.5f);
    }

    private void table(List<List<String>> rows) throws IOException {
        float small = size - 0.8f;
        float[] widths = widths(rows, small);
        row(rows.get(0), widths, small, true, rows);
        for (List<String> row : rows.subList(1, rows.size())) {
            if (sheet.need(height(row, widths, small, false))) {
                row(rows.get(0), widths, small, true, rows);
            }
            row(row, widths, small, false, rows);
        }
        sheet.skip(size * 1.1f);
    }

    private void row(List<String> cells, float[] widths, float small, boolean head, List<List<String>> rows) throws IOException {
        float height = height(cells, widths, small, head);
        sheet.need(height);
        float top = sheet.y();
        float x = PdfSheet.LEFT;
        if (head) {
            sheet.fill(x, top - height, PdfSheet.WIDTH, height, tint(0.14f));
        }
        for (int i = 0; i < cells.size(); i++) {
            boolean right = isNumeric(rows, i);
            float baseline = top - CELL - small;
            for (List<PdfSheet.Word> line : sheet.wrap(cells.get(i), widths[i] - 2 * CELL, small, head)) {
                float used = width(line, small);
                sheet.line(line, right ? x + widths[i] - CELL - used : x + CELL, baseline, small, INK);
                baseline -= small * 1.3f;
            }
            x += widths[i];
        }
        sheet.fill(PdfSheet.LEFT, top - height, PdfSheet.WIDTH, 0.5f, tint(0.5f));
        sheet.moveTo(top - height);
    }

    private float width(List<PdfSheet.Word> line, float small) throws IOException {
        float used = 0;
        for (PdfSheet.Word word : line) {
            used += sheet.width(word.glued() ? word.text() : " " + word.text(), small, word.bold());
        }
        return used;
    }

    private float height(List<String> cells, float[] widths, float small, boolean head) throws IOException {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            lines = Math.max(lines, sheet.wrap(cells.get(i), widths[i] - 2 * CELL, small, head).size());
        }
        return lines * small * 1.3f + 2 * CELL;
    }

    /** Columns get what their longest word needs, and share the rest by how much text they hold. */
    private float[] widths(List<List<String>> rows, float small) throws IOException {
        int columns = rows.get(0).size();
        float[] least = new float[columns];
        float[] wanted = new float[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                for (String word : row.get(i).split("[ \n]")) {
                    least[i] = Math.max(least[i], Math.min(130, sheet.width(word.replace("*", ""), small, true)) + 2 * CELL + 1);
                }
                wanted[i] = Math.max(wanted[i], Math.min(320, sheet.width(row.get(i), small, true) + 2 * CELL));
            }
        }
        float rest = PdfSheet.WIDTH;
        float wishes = 0;
        for (int i = 0; i < columns; i++) {
            rest -= least[i];
            wishes += Math.max(1, wanted[i] - least[i]);
        }
        for (int i = 0; i < columns; i++) {
            least[i] += rest * Math.max(1, wanted[i] - least[i]) / wishes;
        }
        return least;
    }

    private static boolean isNumeric(List<List<String>> rows, int column) {
        List<String> cells = new ArrayList<>();
        rows.subList(1, rows.size()).forEach(row -> cells.add(row.get(column).replace("*", "")));
        return cells.stream().anyMatch(cell -> !cell.isEmpty()) && cells.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private void margin(int page, int pages) throws IOException {
        if (page > 1) {
            sheet.at(from.name(), PdfSheet.LEFT, 800, 8, false, QUIET);
            String title = document.heading();
            while (sheet.width(title, 8, false) > 300) {
                title = title.substring(0, title.lastIndexOf(' ')) + "…";
            }
            sheet.atRight(title, PdfSheet.RIGHT, 800, 8, false, QUIET);
            sheet.fill(PdfSheet.LEFT, 793, PdfSheet.WIDTH, 0.5f, tint(0.5f));
        }
        sheet.fill(PdfSheet.LEFT, 56, PdfSheet.WIDTH, 0.5f, tint(0.5f));
        sheet.at(from.name() + " · " + document.contact(), PdfSheet.LEFT, 44, 7.5f, false, QUIET);
        if (pages > 1) {
            sheet.atRight("Seite " + page + " von " + pages, PdfSheet.RIGHT, 44, 7.5f, false, QUIET);
        }
    }

    private Color tint(float strength) {
        return new Color(Math.round(255 - (255 - accent.getRed()) * strength), Math.round(255 - (255 - accent.getGreen()) * strength),
            Math.round(255 - (255 - accent.getBlue()) * strength));
    }
}

package de.krisenaustausch.stack.examples;

import static de.krisenaustausch.stack.examples.ZipPackage.escape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets a paper as XLSX: every chapter is a sheet, texts are rows, tables are tables. A cell that begins with an equals
 * sign is a formula, in which {@code {r}} is the row and {@code {a}} the table's first row below its head; what it
 * yields is stored with it, so that readers who don't reckon see it too.
 */
final class XlsxRenderer {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Pattern NUMBER = Pattern.compile("(-?[\\d.]*\\d(?:,\\d+)?)( €| %)?");
    private static final Pattern FORMULA = Pattern.compile("=(.+?)( €| %)?");

    /** Characters that a column of amounts needs: 28.000.000,00 € */
    private static final int NUMBER_WIDTH = 11;

    private XlsxRenderer() {
    }

    static byte[] render(ExampleDocument document, List<Block> blocks, ExampleMunicipality from) {
        List<Sheet> sheets = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Heading heading && heading.level() == 1) {
                sheets.add(new Sheet(heading.text(), document, from));
            } else {
                sheets.get(sheets.size() - 1).add(block);
            }
        }
        ZipPackage zip = new ZipPackage();
        StringBuilder types = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet").append(i).append(".xml\" ContentType=\"").append(TYPE).append("worksheet+xml\"/>");
            names.append("<sheet name=\"").append(escape(sheets.get(i - 1).name())).append("\" sheetId=\"").append(i).append("\" r:id=\"r").append(i).append("\"/>");
            relations.append("<Relationship Id=\"r").append(i).append("\" Type=\"").append(OFFICE).append("/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
            zip.add("xl/worksheets/sheet" + i + ".xml", HEAD + sheets.get(i - 1).toXml(from));
        }
        return zip
            .add("[Content_Types].xml", HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>" + types
                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>")
            .add("_rels/.rels", HEAD + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"" + RELATIONS + "/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>")
            .add("docProps/core.xml", DocxRenderer.core(document, from))
            .add("xl/workbook.xml", HEAD + "<workbook xmlns=\"" + SHEETS + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + names + "</sheets></workbook>")
            .add("xl/_rels/workbook.xml.rels", HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">" + relations
                + "<Relationship Id=\"r0\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/></Relationships>")
            .add("xl/styles.xml", HEAD + styles(from))
            .toBytes();
    }

    /** @return how a width is shared among columns, by the longest word and the amount of text of each */
    static int[] shares(List<List<String>> rows, int width) {
        int columns = rows.get(0).size();
        double[] weight = new double[columns];
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            int word = 3;
            int text = 3;
            for (List<String> row : rows) {
                text = Math.max(text, Math.min(60, row.get(i).length()));
                for (String part : row.get(i).split("[ \n-]")) {
                    word = Math.max(word, Math.min(24, part.length() + 2));
                }
            }
            weight[i] = word + (text - word) * 0.45;
            sum += weight[i];
        }
        int[] shares = new int[columns];
        for (int i = 0; i < columns; i++) {
            shares[i] = (int) (width * weight[i] / sum);
        }
        return shares;
    }

    /** One sheet as it grows from top to bottom. */
    private static final class Sheet {

        private final String name;
        private final StringBuilder rows = new StringBuilder();
        private final Reckoner reckoner = new Reckoner();
        private int[] widths = {};
        private int row;

        Sheet(String name, ExampleDocument document, ExampleMunicipality from) {
            this.name = name;
            line(from.name(), 1);
            line(document.heading() + ": " + name, 2);
            row++;
        }

        String name() {
            return name;
        }

        void add(Block block) {
            if (block instanceof Block.Heading heading) {
                row++;
                line(heading.text(), 3);
            } else if (block instanceof Block.Paragraph paragraph) {
                line(paragraph.text().replace("**", ""), 0);
            } else if (block instanceof Block.Note note) {
                line(note.text().replace("**", ""), 0);
            } else if (block instanceof Block.Items items) {
                items.texts().forEach(text -> line("– " + text.replace("**", ""), 0));
            } else if (block instanceof Block.Table table) {
                table(table.rows());
            }
        }

        private void line(String text, int style) {
            row++;
            rows.append("<row r=\"").append(row).append("\"").append(style == 1 ? " ht=\"24\" customHeight=\"1\"" : "").append('>').append(cell(0, text, style)).append("</row>");
        }

        private void table(List<List<String>> table) {
            widen(shares(table, Math.max(90, table.get(0).size() * 15)));
            int first = row + 2;
            for (int r = 0; r < table.size(); r++) {
                row++;
                boolean total = table.get(r).get(0).startsWith("**");
                rows.append("<row r=\"").append(row).append("\" ht=\"").append(4 + 13 * lines(table.get(r))).append("\" customHeight=\"1\">");
                for (int c = 0; c < table.get(r).size(); c++) {
                    rows.append(r == 0 ? cell(c, table.get(r).get(c), 4) : value(c, table.get(r).get(c).replace("**", ""), total, first));
                }
                rows.append("</row>");
            }
            row++;
        }

        private void widen(int[] fitting) {
            int[] wider = Arrays.copyOf(fitting, Math.max(fitting.length, widths.length));
            for (int i = 0; i < wider.length; i++) {
                wider[i] = Math.max(NUMBER_WIDTH, Math.max(wider[i], i < widths.length ? widths[i] : 0));
            }
            widths = wider;
        }

        /** How many lines the fullest cell needs; programs that read the file do not find out by themselves. */
        private int lines(List<String> cells) {
            int lines = 1;
            for (int i = 0; i < cells.size(); i++) {
                int used = 0;
                int needed = 1;
                for (String word : cells.get(i).startsWith("=") ? new String[0] : cells.get(i).split(" ")) {
                    if (used > 0 && used + word.length() + 1 > widths[i] - 2) {
                        needed++;
                        used = 0;
                    }
                    used += word.length() + 1;
                }
                lines = Math.max(lines, needed);
            }
            return lines;
        }

        private String value(int column, String text, boolean total, int first) {
            Matcher formula = FORMULA.matcher(text.replace("{r}", "" + row).replace("{r-1}", "" + (row - 1)).replace("{a}", "" + first));
            if (formula.matches()) {
                double result = reckoner.reckon(formula.group(1));
                reckoner.put(reference(column), result);
                return "<c r=\"" + reference(column) + "\" s=\"" + style(formula.group(2), result, total) + "\"><f>" + escape(formula.group(1)) + "</f><v>" + plain(result) + "</v></c>";
            }
            Matcher number = NUMBER.matcher(text);
            if (number.matches() && !text.matches("0\\d+|\\d{1,2}\\.\\d{1,2}\\.?|\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
                double result = Double.parseDouble(number.group(1).replace(".", "").replace(',', '.')) / (" %".equals(number.group(2)) ? 100 : 1);
                reckoner.put(reference(column), result);
                return "<c r=\"" + reference(column) + "\" s=\"" + style(number.group(2), result, total) + "\"><v>" + plain(result) + "</v></c>";
            }
            return cell(column, text, total ? 10 : 5);
        }

        private static int style(String unit, double value, boolean total) {
            int style = unit == null ? (value == Math.rint(value) ? 6 : 9) : unit.equals(" €") ? 7 : 8;
            return style + (total ? 6 : 0);
        }

        private static String plain(double value) {
            return String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
        }

        private String cell(int column, String text, int style) {
            return "<c r=\"" + reference(column) + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escape(text) + "</t></is></c>";
        }

        private String reference(int column) {
            return (char) ('A' + column) + "" + row;
        }

        String toXml(ExampleMunicipality from) {
            StringBuilder columns = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                columns.append("<col min=\"").append(i + 1).append("\" max=\"").append(i + 1).append("\" width=\"").append(widths[i]).append("\" customWidth=\"1\"/>");
            }
            return "<worksheet xmlns=\"" + SHEETS + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"/></sheetViews><cols>"
                + columns + "</cols><sheetData>" + rows + "</sheetData><pageMargins left=\"0.6\" right=\"0.6\" top=\"0.7\" bottom=\"0.8\" header=\"0.3\" footer=\"0.4\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;L" + escape(from.name().replace("&", "&&"))
                + "&amp;RSeite &amp;P von &amp;N</oddFooter></headerFooter></worksheet>";
        }
    }

    private static String styles(ExampleMunicipality from) {
        String grid = " borderId=\"1\" applyBorder=\"1\"";
        String wrap = " applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>";
        StringBuilder cells = new StringBuilder();
        cells.append("<xf fontId=\"0\"/><xf fontId=\"2\"/><xf fontId=\"1\"/><xf fontId=\"1\"/><xf fontId=\"1\" fillId=\"2\" applyFill=\"1\"").append(grid).append(wrap)
            .append("<xf fontId=\"0\"").append(grid).append(wrap);
        for (int font = 0; font < 2; font++) {
            if (font == 1) {
                cells.append("<xf fontId=\"1\"").append(grid).append(wrap).append("<xf fontId=\"1\"/>");
            }
            for (int format : new int[] {3, 164, 165, 166}) {
                cells.append("<xf fontId=\"").append(font).append("\" numFmtId=\"").append(format).append("\" applyNumberFormat=\"1\"").append(grid).append(" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>");
            }
        }
        String side = " style=\"thin\"><color rgb=\"FFA9B0BA\"/>";
        return "<styleSheet xmlns=\"" + SHEETS + "\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.00&quot; €&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"0.0&quot; &quot;%\"/><numFmt numFmtId=\"166\" formatCode=\"#,##0.0\"/></numFmts>"
            + "<fonts count=\"3\">" + font("10", "", "FF1A1A1A") + font("10", "<b/>", "FF1A1A1A") + font("16", "<b/>", "FF" + from.colour()) + "</fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE6E9EE\"/></patternFill></fill></fills>"
            + "<borders count=\"2\"><border/><border><left" + side + "</left><right" + side + "</right><top" + side + "</top><bottom" + side + "</bottom></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"16\">" + cells + "</cellXfs></styleSheet>";
    }

    private static String font(String size, String bold, String colour) {
        return "<font>" + bold + "<sz val=\"" + size + "\"/><color rgb=\"" + colour + "\"/><name val=\"Liberation Sans\"/></font>";
    }
}

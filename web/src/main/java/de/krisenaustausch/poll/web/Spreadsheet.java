package de.krisenaustausch.poll.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook (Office Open XML, ECMA-376) while its rows come, sheet after sheet. Texts are inline strings and numbers are numbers:
 * nothing that somebody typed is ever a formula.
 */
final class Spreadsheet implements AutoCloseable {

    private static final int NAME = 31;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> sheets = new ArrayList<>();
    private boolean open;

    Spreadsheet(OutputStream to) {
        zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
    }

    /** Begins a sheet. @param name what spreadsheets forbid in it is left out */
    void sheet(String name) throws IOException {
        end();
        String plain = name.replaceAll("[\\\\/?*\\[\\]:'\\p{Cc}]", " ").strip();
        sheets.add(plain.isEmpty() ? String.valueOf(sheets.size() + 1) : plain.substring(0, Math.min(plain.length(), NAME)));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets.size() + ".xml"));
        out.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        open = true;
    }

    /** Writes a row. @param cells numbers, texts (any other object as its text), null for an empty cell */
    void row(Object... cells) throws IOException {
        out.write("<row>");
        for (Object cell : cells) {
            if (cell == null) {
                out.write("<c/>");
            } else if (cell instanceof Number number && Double.isFinite(number.doubleValue())) {
                out.write("<c><v>" + number + "</v></c>");
            } else {
                out.write("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escape(cell.toString()) + "</t></is></c>");
            }
        }
        out.write("</row>");
    }

    private void end() throws IOException {
        if (open) {
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
            open = false;
        }
    }

    private static String escape(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF&&[^\\n\\t]]", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes what holds the sheets together. */
    @Override
    public void close() throws IOException {
        end();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            list.append("<sheet name=\"").append(escape(sheets.get(i - 1)).replace("\"", "&quot;")).append("\" sheetId=\"").append(i).append("\" r:id=\"r").append(i).append("\"/>");
            relations.append("<Relationship Id=\"r").append(i).append("\" Type=\"").append(OFFICE).append("/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
            types.append("<Override PartName=\"/xl/worksheets/sheet").append(i).append(".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
        }
        entry("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + list + "</sheets></workbook>");
        entry("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>");
        entry("_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        entry("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + types + "</Types>");
        zip.finish();
        zip.flush();
    }

    private void entry(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(HEAD + content);
        out.flush();
        zip.closeEntry();
    }
}

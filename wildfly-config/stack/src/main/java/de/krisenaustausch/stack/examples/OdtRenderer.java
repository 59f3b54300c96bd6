package de.krisenaustausch.stack.examples;

import static de.krisenaustausch.stack.examples.ZipPackage.escape;

import java.util.List;

/** Sets a paper as the smallest ODT that a word processor opens with its headings, lists and tables intact. */
final class OdtRenderer {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String NAMES = namespaces("office", "style", "text", "table", "meta") + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"";
    private static final int TEXT_WIDTH = 16500;

    private final StringBuilder xml = new StringBuilder();
    private final StringBuilder columns = new StringBuilder();
    private int tables;

    private OdtRenderer() {
    }

    static byte[] render(ExampleDocument document, List<Block> blocks, ExampleMunicipality from) {
        OdtRenderer renderer = new OdtRenderer();
        if (document.look().equals("letter")) {
            renderer.paragraph("Sender", from.name() + " · " + from.street() + " · " + from.place());
            renderer.paragraph("Plain", document.recipient().replace(" / ", "\n"));
            renderer.paragraph("Facts", document.date() + (document.reference().isEmpty() ? "" : "\nAz. " + document.reference()));
            renderer.paragraph("Subject", document.heading());
        } else {
            renderer.paragraph("Title", document.heading());
            renderer.paragraph("Facts", (document.reference().isEmpty() ? "" : "Az. " + document.reference() + " · ") + document.date());
        }
        blocks.forEach(renderer::block);
        return new ZipPackage()
            .store("mimetype", TYPE)
            .add("META-INF/manifest.xml", HEAD + "<manifest:manifest" + namespaces("manifest") + " manifest:version=\"1.2\">"
                + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" + TYPE + "\"/>" + entry("content.xml") + entry("styles.xml") + entry("meta.xml") + "</manifest:manifest>")
            .add("meta.xml", HEAD + "<office:document-meta" + NAMES + "><office:meta><dc:title>" + escape(document.title()) + "</dc:title><dc:creator>"
                + escape(from.name()) + "</dc:creator><dc:language>de-DE</dc:language></office:meta></office:document-meta>")
            .add("styles.xml", styles(document, from))
            .add("content.xml", HEAD + "<office:document-content" + NAMES + "><office:automatic-styles>"
                + "<style:style style:name=\"Table\" style:family=\"table\"><style:table-properties style:width=\"16.5cm\" table:align=\"left\"/></style:style>"
                + cell("HeadCell", " fo:background-color=\"#e6e9ee\"") + cell("BodyCell", "") + renderer.columns
                + "</office:automatic-styles><office:body><office:text>" + renderer.xml + "</office:text></office:body></office:document-content>")
            .toBytes();
    }

    private static String namespaces(String... names) {
        StringBuilder declared = new StringBuilder();
        for (String name : names) {
            declared.append(" xmlns:").append(name).append("=\"urn:oasis:names:tc:opendocument:xmlns:").append(name).append(":1.0\"");
        }
        return declared.toString();
    }

    private static String entry(String path) {
        return "<manifest:file-entry manifest:full-path=\"" + path + "\" manifest:media-type=\"text/xml\"/>";
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            xml.append("<text:h text:style-name=\"Heading").append(heading.level()).append("\" text:outline-level=\"").append(heading.level()).append("\">")
                .append(runs(heading.text())).append("</text:h>");
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph("Standard", paragraph.text());
        } else if (block instanceof Block.Items items) {
            xml.append("<text:list text:style-name=\"").append(items.mark()).append("\">");
            items.texts().forEach(text -> {
                xml.append("<text:list-item>");
                paragraph("Item", text);
                xml.append("</text:list-item>");
            });
            xml.append("</text:list>");
        } else if (block instanceof Block.Table table) {
            table(table.rows());
        } else if (block instanceof Block.Note note) {
            paragraph("Note", note.text());
        } else if (block instanceof Block.Field field) {
            xml.append("<text:p text:style-name=\"Field\">").append(escape(field.label())).append("<text:tab/><text:tab/></text:p>");
        } else {
            xml.append("<text:p text:style-name=\"NextPage\"/>");
        }
    }

    private void paragraph(String style, String text) {
        xml.append("<text:p text:style-name=\"").append(style).append("\">").append(runs(text)).append("</text:p>");
    }

    private void table(List<List<String>> rows) {
        int[] widths = XlsxRenderer.shares(rows, TEXT_WIDTH);
        String name = "T" + ++tables;
        xml.append("<table:table table:name=\"").append(name).append("\" table:style-name=\"Table\">");
        for (int i = 0; i < widths.length; i++) {
            columns.append("<style:style style:name=\"").append(name).append('C').append(i).append("\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"")
                .append(widths[i] / 1000).append('.').append(String.format("%03d", widths[i] % 1000)).append("cm\"/></style:style>");
            xml.append("<table:table-column table:style-name=\"").append(name).append('C').append(i).append("\"/>");
        }
        for (int r = 0; r < rows.size(); r++) {
            boolean head = r == 0;
            xml.append(head ? "<table:table-header-rows>" : "").append("<table:table-row>");
            rows.get(r).forEach(cell -> {
                xml.append("<table:table-cell office:value-type=\"string\" table:style-name=\"").append(head ? "HeadCell" : "BodyCell").append("\">");
                paragraph("Cell", head ? "**" + cell + "**" : cell);
                xml.append("</table:table-cell>");
            });
            xml.append("</table:table-row>").append(head ? "</table:table-header-rows>" : "");
        }
        xml.append("</table:table>");
        paragraph("Cell", "");
    }

    private static String runs(String text) {
        StringBuilder runs = new StringBuilder();
        Markup.spans(text).forEach(span -> {
            String plain = escape(span.text()).replace("\n", "<text:line-break/>");
            runs.append(span.bold() ? "<text:span text:style-name=\"Bold\">" + plain + "</text:span>" : plain);
        });
        return runs.toString();
    }

    private static String styles(ExampleDocument document, ExampleMunicipality from) {
        String face = from.serif() ? "Liberation Serif" : "Liberation Sans";
        double size = from.serif() ? 11.5 : 10.5;
        return HEAD + "<office:document-styles" + NAMES + "><office:font-face-decls><style:font-face style:name=\"face\" svg:font-family=\"'" + face
            + "'\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"/></office:font-face-decls><office:styles><style:default-style style:family=\"paragraph\">"
            + "<style:text-properties style:font-name=\"face\" fo:font-size=\"" + size + "pt\" fo:language=\"de\" fo:country=\"DE\"/></style:default-style>"
            + style("Standard", "fo:margin-top=\"0.1cm\" fo:margin-bottom=\"0.23cm\" fo:line-height=\"115%\"", "")
            + style("Plain", "fo:margin-bottom=\"0.8cm\"", "")
            + style("Title", "fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\"", "fo:font-size=\"19pt\" fo:font-weight=\"bold\"")
            + style("Subject", "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.4cm\"", "fo:font-size=\"12pt\" fo:font-weight=\"bold\"")
            + style("Heading1", "fo:margin-top=\"0.5cm\" fo:margin-bottom=\"0.15cm\" fo:keep-with-next=\"always\"", "fo:font-size=\"13.5pt\" fo:font-weight=\"bold\" fo:color=\"#" + from.colour() + "\"")
            + style("Heading2", "fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\" fo:keep-with-next=\"always\"", "fo:font-weight=\"bold\"")
            + style("Item", "fo:margin-bottom=\"0.12cm\" fo:line-height=\"112%\"", "")
            + style("Facts", "fo:margin-bottom=\"0.45cm\"", "fo:font-size=\"9pt\" fo:color=\"#5c5c5c\"")
            + style("Sender", "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.2cm\"", "fo:font-size=\"7pt\" fo:color=\"#5c5c5c\"")
            + style("Note", "fo:margin-top=\"0.2cm\" fo:margin-bottom=\"0.35cm\" fo:line-height=\"112%\" fo:background-color=\"#f1f3f6\" fo:padding=\"0.2cm\" fo:border-left=\"2.5pt solid #" + from.colour() + "\"", "")
            + style("Cell", "fo:margin-top=\"0.04cm\" fo:margin-bottom=\"0.04cm\"", "fo:font-size=\"" + (size - 1) + "pt\"")
            + style("NextPage", "fo:break-after=\"page\"", "")
            + style("Letterhead", "", "fo:font-size=\"15pt\" fo:font-weight=\"bold\" fo:color=\"#" + from.colour() + "\"")
            + style("Office", "fo:padding-bottom=\"0.15cm\" fo:margin-bottom=\"0.5cm\" fo:border-bottom=\"1.5pt solid #" + from.colour() + "\"", "fo:font-size=\"8pt\" fo:color=\"#5c5c5c\"")
            + tabbed("Field", "<style:tab-stop style:position=\"5.3cm\"/><style:tab-stop style:position=\"16.5cm\" style:type=\"right\" style:leader-style=\"solid\" style:leader-text=\"_\"/>", "fo:margin-top=\"0.35cm\" fo:margin-bottom=\"0.15cm\"", "")
            + tabbed("Footer", "<style:tab-stop style:position=\"16.5cm\" style:type=\"right\"/>", "", "fo:font-size=\"7.5pt\" fo:color=\"#5c5c5c\"")
            + "<style:style style:name=\"Bold\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
            + "<text:list-style style:name=\"BULLET\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">" + indent() + "</text:list-level-style-bullet></text:list-style>"
            + "<text:list-style style:name=\"CHECK\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"☐\">" + indent() + "</text:list-level-style-bullet></text:list-style>"
            + "<text:list-style style:name=\"NUMBER\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\">" + indent() + "</text:list-level-style-number></text:list-style>"
            + "</office:styles><office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\""
            + " fo:margin-top=\"1.3cm\" fo:margin-bottom=\"1.2cm\" fo:margin-left=\"2.5cm\" fo:margin-right=\"2cm\"/><style:header-style><style:header-footer-properties fo:min-height=\"1.5cm\" fo:margin-bottom=\"0.5cm\"/></style:header-style>"
            + "<style:footer-style><style:header-footer-properties fo:min-height=\"1cm\" fo:margin-top=\"0.5cm\"/></style:footer-style></style:page-layout></office:automatic-styles>"
            + "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\"><style:header><text:p text:style-name=\"Letterhead\">" + escape(from.name())
            + "</text:p><text:p text:style-name=\"Office\">" + escape(document.contact().split(",")[0] + " · " + from.street() + " · " + from.place()) + "</text:p></style:header>"
            + "<style:footer><text:p text:style-name=\"Footer\">" + escape(document.contact()) + "<text:tab/>Seite <text:page-number/> von <text:page-count/></text:p></style:footer>"
            + "</style:master-page></office:master-styles></office:document-styles>";
    }

    private static String style(String name, String paragraph, String text) {
        return "<style:style style:name=\"" + name + "\" style:family=\"paragraph\"" + (name.equals("Standard") ? "" : " style:parent-style-name=\"Standard\"")
            + "><style:paragraph-properties " + paragraph + "/><style:text-properties " + text + "/></style:style>";
    }

    private static String tabbed(String name, String stops, String paragraph, String text) {
        return "<style:style style:name=\"" + name + "\" style:family=\"paragraph\"><style:paragraph-properties " + paragraph + "><style:tab-stops>" + stops
            + "</style:tab-stops></style:paragraph-properties><style:text-properties " + text + "/></style:style>";
    }

    private static String cell(String name, String more) {
        return "<style:style style:name=\"" + name + "\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #a9b0ba\" fo:padding=\"0.1cm\"" + more + "/></style:style>";
    }

    private static String indent() {
        return "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment text:label-followed-by=\"listtab\""
            + " fo:margin-left=\"0.8cm\" fo:text-indent=\"-0.6cm\"/></style:list-level-properties>";
    }
}

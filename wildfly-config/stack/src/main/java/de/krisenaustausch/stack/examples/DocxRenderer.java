package de.krisenaustausch.stack.examples;

import static de.krisenaustausch.stack.examples.ZipPackage.escape;

import java.util.List;

/** Sets a paper as the smallest DOCX that a word processor opens with its headings, lists and tables intact. */
final class DocxRenderer {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final int TEXT_WIDTH = 9350;

    private final StringBuilder xml = new StringBuilder();
    /** Every numbered list counts from one, so it is an instance of its own; 1 and 2 are bullets and boxes. */
    private int numbered = 3;

    private DocxRenderer() {
    }

    static byte[] render(ExampleDocument document, List<Block> blocks, ExampleMunicipality from) {
        DocxRenderer renderer = new DocxRenderer();
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
            .add("[Content_Types].xml", HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + part("document", "document.main") + part("styles", "styles") + part("numbering", "numbering")
                + part("header1", "header") + part("footer1", "footer")
                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>")
            .add("_rels/.rels", HEAD + "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                + "/officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"" + RELATIONS
                + "/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>")
            .add("docProps/core.xml", core(document, from))
            .add("word/_rels/document.xml.rels", HEAD + "<Relationships xmlns=\"" + RELATIONS + "\">" + relation(1, "styles")
                + relation(2, "numbering") + relation(3, "header", "header1") + relation(4, "footer", "footer1") + "</Relationships>")
            .add("word/styles.xml", styles(from))
            .add("word/numbering.xml", numbering(blocks))
            .add("word/header1.xml", HEAD + "<w:hdr xmlns:w=\"" + WORDS + "\"><w:p><w:pPr><w:pStyle w:val=\"Letterhead\"/></w:pPr>" + run(from.name(), "")
                + "</w:p><w:p><w:pPr><w:pStyle w:val=\"Office\"/></w:pPr>" + run(document.contact().split(",")[0] + " · " + from.street() + " · " + from.place(), "") + "</w:p></w:hdr>")
            .add("word/footer1.xml", HEAD + "<w:ftr xmlns:w=\"" + WORDS + "\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
                + run(document.contact(), "") + "<w:r><w:tab/><w:t xml:space=\"preserve\">Seite </w:t></w:r><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
                + "<w:r><w:t xml:space=\"preserve\"> von </w:t></w:r><w:fldSimple w:instr=\"NUMPAGES\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>")
            .add("word/document.xml", HEAD + "<w:document xmlns:w=\"" + WORDS + "\" xmlns:r=\"" + OFFICE + "\"><w:body>" + renderer.xml
                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"r3\"/><w:footerReference w:type=\"default\" r:id=\"r4\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1900\" w:right=\"1134\" w:bottom=\"1300\" w:left=\"1418\" w:header=\"700\" w:footer=\"600\" w:gutter=\"0\"/>"
                + "</w:sectPr></w:body></w:document>")
            .toBytes();
    }

    private static String part(String name, String type) {
        return "<Override PartName=\"/word/" + name + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relation(int id, String type) {
        return relation(id, type, type);
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + ".xml\"/>";
    }

    static String core(ExampleDocument document, ExampleMunicipality from) {
        return HEAD + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + escape(document.title()) + "</dc:title><dc:creator>"
            + escape(from.name()) + "</dc:creator><dc:language>de-DE</dc:language></cp:coreProperties>";
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            paragraph("Heading" + heading.level(), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph("Normal", paragraph.text());
        } else if (block instanceof Block.Items items) {
            int list = switch (items.mark()) {
                case BULLET -> 1;
                case CHECK -> 2;
                case NUMBER -> numbered++;
            };
            items.texts().forEach(text -> xml.append("<w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"")
                .append(list).append("\"/></w:numPr></w:pPr>").append(runs(text)).append("</w:p>"));
        } else if (block instanceof Block.Table table) {
            table(table.rows());
        } else if (block instanceof Block.Note note) {
            paragraph("Note", note.text());
        } else if (block instanceof Block.Field field) {
            xml.append("<w:p><w:pPr><w:pStyle w:val=\"Field\"/></w:pPr>").append(run(field.label(), "")).append("<w:r><w:tab/></w:r><w:r><w:tab/></w:r></w:p>");
        } else {
            xml.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
    }


    private void paragraph(String style, String text) {
        xml.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>").append(runs(text)).append("</w:p>");
    }

    private void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = XlsxRenderer.shares(rows, TEXT_WIDTH);
        xml.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"").append(TEXT_WIDTH).append("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (int i = 0; i < columns; i++) {
            xml.append("<w:gridCol w:w=\"").append(widths[i]).append("\"/>");
        }
        xml.append("</w:tblGrid>");
        for (int r = 0; r < rows.size(); r++) {
            boolean head = r == 0;
            xml.append("<w:tr><w:trPr><w:cantSplit/>").append(head ? "<w:tblHeader/>" : "").append("</w:trPr>");
            for (int i = 0; i < columns; i++) {
                xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(widths[i]).append("\" w:type=\"dxa\"/>")
                    .append(head ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6E9EE\"/>" : "").append("</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr>")
                    .append(head ? run(rows.get(r).get(i), "<w:b/>") : runs(rows.get(r).get(i))).append("</w:p></w:tc>");
            }
            xml.append("</w:tr>");
        }
        xml.append("</w:tbl>");
        paragraph("Cell", "");
    }

    private static String runs(String text) {
        StringBuilder runs = new StringBuilder();
        Markup.spans(text).forEach(span -> runs.append(run(span.text(), span.bold() ? "<w:b/>" : "")));
        return runs.toString();
    }

    private static String run(String text, String properties) {
        return "<w:r>" + (properties.isEmpty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + "<w:t xml:space=\"preserve\">"
            + escape(text).replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">") + "</w:t></w:r>";
    }

    private static String styles(ExampleMunicipality from) {
        String face = from.serif() ? "Liberation Serif" : "Liberation Sans";
        int size = from.serif() ? 23 : 21;
        return HEAD + "<w:styles xmlns:w=\"" + WORDS + "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" + face + "\" w:hAnsi=\"" + face + "\" w:cs=\"" + face
            + "\"/><w:sz w:val=\"" + size + "\"/><w:lang w:val=\"de-DE\"/></w:rPr></w:rPrDefault></w:docDefaults>"
            + style("Normal", "<w:spacing w:before=\"60\" w:after=\"130\" w:line=\"276\" w:lineRule=\"auto\"/>", "")
            + style("Plain", "<w:spacing w:after=\"300\"/>", "")
            + style("Title", "<w:spacing w:before=\"120\" w:after=\"60\"/>", "<w:b/><w:sz w:val=\"38\"/>")
            + style("Subject", "<w:spacing w:before=\"240\" w:after=\"240\"/>", "<w:b/><w:sz w:val=\"24\"/>")
            + style("Heading1", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"90\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:color w:val=\"" + from.colour() + "\"/><w:sz w:val=\"27\"/>")
            + style("Heading2", "<w:keepNext/><w:spacing w:before=\"180\" w:after=\"60\"/><w:outlineLvl w:val=\"1\"/>", "<w:b/>")
            + style("ListParagraph", "<w:spacing w:before=\"0\" w:after=\"70\" w:line=\"269\" w:lineRule=\"auto\"/>", "")
            + style("Facts", "<w:spacing w:after=\"260\"/>", "<w:color w:val=\"5C5C5C\"/><w:sz w:val=\"18\"/>")
            + style("Sender", "<w:spacing w:before=\"240\" w:after=\"120\"/>", "<w:color w:val=\"5C5C5C\"/><w:sz w:val=\"14\"/>")
            + style("Note", "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"" + from.colour()
                + "\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F3F6\"/><w:spacing w:before=\"120\" w:after=\"180\" w:line=\"269\" w:lineRule=\"auto\"/><w:ind w:left=\"200\"/>", "")
            + style("Field", "<w:tabs><w:tab w:val=\"left\" w:pos=\"3000\"/><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"9350\"/></w:tabs><w:spacing w:before=\"200\" w:after=\"80\"/>", "")
            + style("Cell", "<w:spacing w:before=\"40\" w:after=\"40\"/>", "<w:sz w:val=\"" + (size - 2) + "\"/>")
            + style("Letterhead", "", "<w:b/><w:color w:val=\"" + from.colour() + "\"/><w:sz w:val=\"30\"/>")
            + style("Office", "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"6\" w:color=\"" + from.colour() + "\"/></w:pBdr>", "<w:color w:val=\"5C5C5C\"/><w:sz w:val=\"16\"/>")
            + style("Footer", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9350\"/></w:tabs>", "<w:color w:val=\"5C5C5C\"/><w:sz w:val=\"15\"/>")
            + "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>" + border("top") + border("left") + border("bottom")
            + border("right") + border("insideH") + border("insideV") + "</w:tblBorders><w:tblCellMar><w:left w:w=\"90\" w:type=\"dxa\"/><w:right w:w=\"90\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";
    }

    private static String style(String id, String paragraph, String text) {
        String name = id.startsWith("Heading") ? "heading " + id.charAt(7) : id;
        return "<w:style w:type=\"paragraph\"" + (id.equals("Normal") ? " w:default=\"1\"" : "") + " w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>"
            + (id.equals("Normal") ? "" : "<w:basedOn w:val=\"Normal\"/>") + "<w:pPr>" + paragraph + "</w:pPr><w:rPr>" + text + "</w:rPr></w:style>";
    }

    private static String border(String side) {
        return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A9B0BA\"/>";
    }

    private static String numbering(List<Block> blocks) {
        long lists = blocks.stream().filter(block -> block instanceof Block.Items items && items.mark() == Block.Mark.NUMBER).count();
        StringBuilder xml = new StringBuilder(HEAD + "<w:numbering xmlns:w=\"" + WORDS + "\">" + level(1, "bullet", "•") + level(2, "bullet", "☐") + level(3, "decimal", "%1.")
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>");
        for (long i = 0; i < lists; i++) {
            xml.append("<w:num w:numId=\"").append(3 + i).append("\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
        }
        return xml.append("</w:numbering>").toString();
    }

    private static String level(int id, String format, String text) {
        return "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text
            + "\"/><w:pPr><w:ind w:left=\"454\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>";
    }
}

package de.krisenaustausch.extractor;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files that tests make for themselves, and what was read of them. */
final class Files {

    private Files() {
    }

    record Page(int number, String text) {
    }

    static List<Page> pages(Path file) throws IOException {
        List<Page> pages = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(java.nio.file.Files.newInputStream(file))) {
            while (in.available() > 0) {
                int number = in.readInt();
                pages.add(new Page(number, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8)));
            }
        }
        return pages;
    }

    static Path bytes(Path file, byte[] content) throws IOException {
        return java.nio.file.Files.write(file, content);
    }

    /** @param texts one a page; null for an empty page */
    static Path pdf(Path file, String password, String... texts) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (String text : texts) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                if (text != null) {
                    try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                        pen.beginText();
                        pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                        pen.newLineAtOffset(50, 750);
                        pen.showText(text);
                        pen.endText();
                    }
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password + "!", password, new AccessPermission()));
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** A page of that many points with nothing but a picture on it. */
    static Path scan(Path file, float width, float height) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                var picture = new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB);
                pen.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, width, height);
            }
            document.save(file.toFile());
        }
        return file;
    }

    static Path docx(Path file, String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); OutputStream out = java.nio.file.Files.newOutputStream(file)) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            document.write(out);
        }
        return file;
    }

    static Path pptx(Path file, String... slides) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(); OutputStream out = java.nio.file.Files.newOutputStream(file)) {
            for (String slide : slides) {
                show.createSlide().createTextBox().setText(slide);
            }
            show.write(out);
        }
        return file;
    }

    static Path ppt(Path file, String... slides) throws IOException {
        try (HSLFSlideShow show = new HSLFSlideShow(); OutputStream out = java.nio.file.Files.newOutputStream(file)) {
            for (String slide : slides) {
                show.createSlide().createTextBox().setText(slide);
            }
            show.write(out);
        }
        return file;
    }

    /** @param nameAndContent names and contents by turns */
    static byte[] zip(Object... nameAndContent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < nameAndContent.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) nameAndContent[i]));
                Object content = nameAndContent[i + 1];
                zip.write(content instanceof byte[] bytes ? bytes : content.toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static Path odt(Path file, String text, String manifest) throws IOException {
        String content = "<?xml version='1.0'?><office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' office:version='1.3'><office:body><office:text><text:p>" + text
            + "</text:p></office:text></office:body></office:document-content>";
        return bytes(file, zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content, "META-INF/manifest.xml", manifest));
    }
}

package de.krisenaustausch.extractor;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a PDF page by page; a page that is broken does not take the others with it. */
final class PdfText extends PDFTextStripper {

    /** Fewer letters on all pages together, and pictures: a scan, perhaps with a stamp. */
    private static final int STAMP = 20;
    private static final int PAGES_LOOKED_AT_FOR_PICTURES = 5;

    private final Passages passages;
    private int broken;

    private PdfText(Passages passages) {
        this.passages = passages;
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setSuppressDuplicateOverlappingText(false);
    }

    /** @throws UnreadableException when it is damaged or behind a password */
    static State read(Path file, Passages passages) throws UnreadableException {
        passages.realPages();
        try (PDDocument document = open(file)) {
            if (document.getNumberOfPages() == 0) {
                throw new IOException("no pages");
            }
            PdfText reader = new PdfText(passages);
            reader.writeText(document, new ToPassages(passages));
            if (passages.letters() < STAMP && hasPictures(document)) {
                return State.SCAN;
            }
            if (reader.broken > 0 && reader.broken == passages.pages()) {
                return State.DAMAGED;
            }
            return passages.letters() == 0 ? State.NO_TEXT : State.SEARCHABLE;
        } catch (InvalidPasswordException locked) {
            throw new UnreadableException(State.PASSWORD, locked);
        } catch (IOException damaged) {
            throw new UnreadableException(State.DAMAGED, damaged);
        }
    }

    /** Opens it so that what does not fit into memory goes to temporary files. */
    static PDDocument open(Path path) throws IOException {
        File file = path.toFile();
        return Loader.loadPDF(file, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        try {
            super.processPage(page);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | NullPointerException
                 | ClassCastException | ArithmeticException damaged) {
            broken++;
        }
    }

    @Override
    protected void processPages(org.apache.pdfbox.pdmodel.PDPageTree pages) throws IOException {
        // the base class passes over pages without content, but they count
        int left = pages.getCount();
        for (PDPage page : pages) {
            if (page.hasContents()) {
                processPage(page);
            }
            left--;
            if (left == 0) {
                readForm(document, passages);
            }
            passages.endPage();
        }
    }

    /** What was filled in stands beside the last page's own text. */
    private static void readForm(PDDocument document, Passages passages) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form == null) {
                return;
            }
            for (PDField field : form.getFieldTree()) {
                if (field instanceof PDTerminalField && field.getValueAsString() != null && !field.getValueAsString().isBlank()) {
                    passages.append(field.getValueAsString());
                    passages.endLine();
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | NullPointerException | ClassCastException damaged) {
            passages.endLine();
        }
    }

    private static boolean hasPictures(PDDocument document) {
        int looked = 0;
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            if (resources != null) {
                for (COSName name : resources.getXObjectNames()) {
                    if (resources.isImageXObject(name)) {
                        return true;
                    }
                }
            }
            if (++looked == PAGES_LOOKED_AT_FOR_PICTURES) {
                break;
            }
        }
        return false;
    }

    /** Hands the text on as it comes. */
    private static final class ToPassages extends Writer {

        private final Passages passages;

        ToPassages(Passages passages) {
            this.passages = passages;
        }

        @Override
        public void write(char[] characters, int from, int length) {
            passages.append(characters, from, length);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // the passages are closed by who opened them
        }
    }
}

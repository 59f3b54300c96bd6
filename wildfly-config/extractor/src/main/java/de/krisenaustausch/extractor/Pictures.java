package de.krisenaustausch.extractor;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws the first pages of a file as {@code 1.png}, {@code 2.png} …, bounded in size whatever the file says of its own. */
final class Pictures {

    /** Pages that are drawn. */
    static final int MAX_PAGES = 5;
    /** Pixels. */
    static final int WIDTH = 1000;
    /** Pixels; a page that is longer is drawn narrower. */
    static final int MAX_HEIGHT = 2000;

    private static final Set<String> OFFICE = Set.of(
        "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.visio", "application/rtf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/vnd.ms-visio.drawing",
        "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.presentation",
        "application/vnd.oasis.opendocument.graphics");

    private final Converter converter;

    /** @param converter makes PDFs of office files, or null when there is none */
    Pictures(Converter converter) {
        this.converter = converter;
    }

    /** @return how many pages were drawn; none when there is no way to draw such a file @throws IOException when it is damaged */
    int draw(Path file, String mediaType, Path folder) throws IOException {
        if ("application/pdf".equals(mediaType)) {
            return drawPdf(file, folder);
        }
        if (mediaType.startsWith("image/")) {
            return drawImage(file, folder);
        }
        if (OFFICE.contains(mediaType) && converter != null) {
            Optional<Path> pdf = converter.toPdf(file, mediaType, folder);
            return pdf.isEmpty() ? 0 : drawPdf(pdf.get(), folder);
        }
        return 0;
    }

    private static int drawPdf(Path file, Path folder) throws IOException {
        try (PDDocument document = PdfText.open(file)) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            int pages = Math.min(MAX_PAGES, document.getNumberOfPages());
            for (int page = 0; page < pages; page++) {
                PDRectangle box = document.getPage(page).getCropBox();
                boolean turned = document.getPage(page).getRotation() % 180 != 0;
                float width = Math.max(1, turned ? box.getHeight() : box.getWidth());
                float height = Math.max(1, turned ? box.getWidth() : box.getHeight());
                float scale = Math.min(WIDTH / width, MAX_HEIGHT / height);
                write(renderer.renderImage(page, scale, ImageType.RGB), folder, page + 1);
            }
            return pages;
        } catch (RuntimeException damaged) {
            throw new IOException("can't be drawn", damaged);
        }
    }

    private static int drawImage(Path file, Path folder) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                boolean several = "tif".equalsIgnoreCase(reader.getFormatName()) || "tiff".equalsIgnoreCase(reader.getFormatName());
                int pages = several ? Math.min(MAX_PAGES, reader.getNumImages(true)) : 1;
                for (int page = 0; page < pages; page++) {
                    write(fit(small(reader, page)), folder, page + 1);
                }
                return pages;
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException damaged) {
            throw new IOException("can't be drawn", damaged);
        }
    }

    /** Leaves out rows and columns while reading, so that an enormous picture is never in memory as a whole. */
    private static BufferedImage small(ImageReader reader, int page) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(page) / (2 * WIDTH), reader.getHeight(page) / (2 * MAX_HEIGHT)));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(page, parameters);
    }

    private static BufferedImage fit(BufferedImage image) {
        double scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) MAX_HEIGHT / image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = fitted.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(java.awt.Color.WHITE);
        pen.clearRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return fitted;
    }

    private static void write(BufferedImage image, Path folder, int page) throws IOException {
        Path part = folder.resolve(page + ".part");
        if (!ImageIO.write(image, "png", part.toFile())) {
            throw new IOException("no PNG writer");
        }
        Files.move(part, folder.resolve(page + ".png"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

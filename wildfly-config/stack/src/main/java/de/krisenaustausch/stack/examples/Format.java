package de.krisenaustausch.stack.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The file formats that the papers come in. */
enum Format {
    PDF(PdfRenderer::render),
    DOCX(DocxRenderer::render),
    ODT(OdtRenderer::render),
    XLSX(XlsxRenderer::render);

    private final Renderer renderer;

    Format(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Sets a paper's text on its municipality's letterhead. */
    interface Renderer {
        byte[] render(ExampleDocument document, List<Block> blocks, ExampleMunicipality from);
    }

    byte[] render(ExampleDocument document, List<Block> blocks, ExampleMunicipality from) {
        return renderer.render(document, blocks, from);
    }

    static Format of(String file) {
        String extension = file.substring(file.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.name().equals(extension)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no renderer for " + file));
    }
}

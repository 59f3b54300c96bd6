package de.krisenaustausch.stack.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private final Corpus corpus = new Corpus(7);

    @Test
    void theSameSeedMakesTheSamePapers() {
        assertThat(new Corpus(7).paper(12)).isEqualTo(corpus.paper(12));
        assertThat(new Corpus(8).paper(12).text()).isNotEqualTo(corpus.paper(12).text());
    }

    @Test
    void papersAreAsLongAsRealOnesAndDiffer() {
        Set<String> texts = new HashSet<>();
        Set<String> words = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            Corpus.Paper paper = corpus.paper(i);
            texts.add(paper.text());
            List<String> found = List.of(paper.text().split("\\s+"));
            assertThat(found).hasSizeBetween(300, 1700).contains(Corpus.reference(i));
            assertThat(paper.title()).hasSizeLessThanOrEqualTo(200);
            words.addAll(found);
        }
        assertThat(texts).hasSize(300);
        assertThat(words).hasSizeGreaterThan(4000);
    }

    @Test
    void pdfsHoldTheirText() throws Exception {
        Corpus.Paper paper = corpus.paper(1);
        try (PDDocument pdf = Loader.loadPDF(paper.bytes())) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains(Corpus.reference(1)).contains(paper.text().substring(paper.text().length() - 60).replaceAll("\\s+", " ").strip());
        }
    }
}

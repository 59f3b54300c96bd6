package de.krisenaustausch.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesTest {

    @TempDir
    private Path folder;

    @Test
    void cleansWhatNobodyReads() {
        assertThat(Passages.clean("  Stun\u00ADdung\u0000 der\t  Gewerbe\u00A0steuer\r\n\r\n \r\nAbsatz\uD800 ")).isEqualTo("Stundung der Gewerbe steuer\n\nAbsatz");
    }

    @Test
    void cutsBehindParagraphs() throws IOException {
        String paragraph = "Wort ".repeat(200) + "\n\n";
        List<Files.Page> pages = write(paragraph.repeat(10), false);

        assertThat(pages.stream().map(page -> page.text().length())).hasSizeGreaterThan(3).allMatch(length -> length < 6000);
        assertThat(pages.stream().map(page -> page.text().split("\\s+").length % 200)).as("whole paragraphs").containsOnly(0);
        assertThat(pages.stream().mapToInt(page -> page.text().split("\\s+").length).sum()).isEqualTo(2000);
    }

    @Test
    void cutsTextWithoutAnyBorder() throws IOException {
        List<Files.Page> pages = write("x".repeat(20_000), false);

        assertThat(pages.stream().map(page -> page.text().length())).allMatch(length -> length <= 6000);
        assertThat(pages.stream().mapToInt(page -> page.text().length()).sum()).isEqualTo(20_000);
    }

    @Test
    void countsEmptyPagesOfTheFileButKeepsNone() throws IOException {
        Path file = folder.resolve("text");
        try (Passages passages = new Passages(file)) {
            passages.realPages();
            passages.append("eins");
            passages.endPage();
            passages.endPage();
            passages.append("drei");
            passages.endPage();
            assertThat(passages.pages()).isEqualTo(3);
        }
        assertThat(Files.pages(file)).containsExactly(new Files.Page(1, "eins"), new Files.Page(3, "drei"));
    }

    @Test
    void takesNoMoreThanTheLimit() throws IOException {
        Path file = folder.resolve("text");
        try (Passages passages = new Passages(file)) {
            String much = "y".repeat(100_000);
            assertThatThrownBy(() -> {
                while (true) {
                    passages.append(much);
                }
            }).isInstanceOf(Passages.EnoughException.class);
        }
        assertThat(Files.pages(file).stream().mapToLong(page -> page.text().length()).sum())
            .isLessThanOrEqualTo(Passages.MAX_CHARACTERS);
    }

    private List<Files.Page> write(String text, boolean real) throws IOException {
        Path file = folder.resolve("text");
        try (Passages passages = new Passages(file)) {
            passages.append(text);
            passages.endPage();
            assertThat(passages.areRealPages()).isEqualTo(real);
        }
        return Files.pages(file);
    }
}

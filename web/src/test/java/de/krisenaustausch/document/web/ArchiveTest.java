package de.krisenaustausch.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.document.service.DownloadService.FileView;
import de.krisenaustausch.document.service.DownloadService.PackageView;
import de.krisenaustausch.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void keepsNamesAndContent() throws IOException {
        Map<String, String> entries = entries(new PackageView("Corona", List.of(file("Größe – Übersicht.pdf", "eins"), file("b.txt", "")), List.of(), 0));

        assertThat(entries).containsExactly(Map.entry("Größe – Übersicht.pdf", "eins"), Map.entry("b.txt", ""));
    }

    @Test
    void numbersNamesThatAreThereAlready() throws IOException {
        Map<String, String> entries = entries(new PackageView("Corona",
            List.of(file("Plan.pdf", "1"), file("plan.PDF", "2"), file("Plan.pdf", "3"), file("Plan (2).pdf", "4"), file("ohne", "5"), file("ohne", "6")), List.of(), 0));

        assertThat(entries).containsEntry("Plan.pdf", "1").containsEntry("plan (2).PDF", "2").containsEntry("Plan (3).pdf", "3")
            .containsEntry("Plan (2) (2).pdf", "4").containsEntry("ohne", "5").containsEntry("ohne (2)", "6");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Map<String, String> entries = entries(new PackageView("Corona", List.of(file("a.pdf", "1")), List.of("Dienstanweisung"), 2));

        assertThat(entries).hasSize(2);
        assertThat(entries.values().stream().skip(1).findFirst().orElseThrow()).contains("Dienstanweisung").contains("2");
    }

    private FileView file(String name, String content) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "file", null), content);
        return new FileView(1, name, Files.size(path), "text/plain", new Sha256("0".repeat(64)), Instant.parse("2020-04-01T12:00:00Z"), path);
    }

    private static Map<String, String> entries(PackageView content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Archive(Locale.GERMAN).write(content, bytes);
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}

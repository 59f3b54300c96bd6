package de.krisenaustausch.extractor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * LibreOffice, called for one file at a time, with a profile of its own in which macros, links and the network are
 * switched off, and with limits of time, memory and output.
 */
final class Converter {

    private static final int MEMORY_KB = 3 * 1024 * 1024;
    /** In blocks of 512 bytes: 200 MB. */
    private static final int OUTPUT_BLOCKS = 400 * 1024;
    private static final Map<String, String> FILTERS = Map.of("writer", "writer_pdf_Export", "calc", "calc_pdf_Export",
        "impress", "impress_pdf_Export", "draw", "draw_pdf_Export");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
        Map.entry("application/msword", "doc"), Map.entry("application/vnd.ms-excel", "xls"), Map.entry("application/vnd.ms-powerpoint", "ppt"),
        Map.entry("application/vnd.visio", "vsd"), Map.entry("application/rtf", "rtf"),
        Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
        Map.entry("application/vnd.ms-visio.drawing", "vsdx"), Map.entry("application/vnd.oasis.opendocument.text", "odt"),
        Map.entry("application/vnd.oasis.opendocument.spreadsheet", "ods"), Map.entry("application/vnd.oasis.opendocument.presentation", "odp"),
        Map.entry("application/vnd.oasis.opendocument.graphics", "odg"));

    private final Path program;
    private final Path profile;
    private final Duration limit;

    /** @param profile a folder that only this process uses */
    Converter(Path program, Path profile, Duration limit) {
        this.program = program;
        this.profile = profile;
        this.limit = limit;
        try (var settings = Converter.class.getResourceAsStream("registrymodifications.xcu")) {
            Files.createDirectories(profile.resolve("user"));
            Files.copy(settings, profile.resolve("user/registrymodifications.xcu"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @return a PDF of the first pages in that folder, or nothing when LibreOffice could not read the file in time */
    Optional<Path> toPdf(Path file, String mediaType, Path folder) throws IOException {
        // LibreOffice goes by the extension; a symbolic link spares copying
        Path named = Files.createSymbolicLink(folder.resolve("office." + EXTENSIONS.get(mediaType)), file.toAbsolutePath());
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -v " + MEMORY_KB + "; ulimit -f " + OUTPUT_BLOCKS + "; ulimit -c 0; exec \"$0\" \"$@\"",
            program.toString(), "-env:UserInstallation=" + profile.toUri(), "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
            "--convert-to", "pdf:" + filter(mediaType) + ":{\"PageRange\":{\"type\":\"string\",\"value\":\"1-" + Pictures.MAX_PAGES + "\"}}",
            "--outdir", folder.toString(), named.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            kill(process.toHandle());
        }
        Path pdf = folder.resolve("office.pdf");
        return Files.exists(pdf) ? Optional.of(pdf) : Optional.empty();
    }

    private static String filter(String mediaType) {
        String kind = mediaType.contains("sheet") || mediaType.contains("excel") ? "calc" : mediaType.contains("presentation") || mediaType.contains("powerpoint") ? "impress"
            : mediaType.contains("visio") || mediaType.contains("graphics") ? "draw" : "writer";
        return FILTERS.get(kind);
    }

    private static void kill(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}

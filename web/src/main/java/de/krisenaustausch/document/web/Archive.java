package de.krisenaustausch.document.web;

import de.krisenaustausch.document.FileName;
import de.krisenaustausch.document.service.DownloadService.FileView;
import de.krisenaustausch.document.service.DownloadService.PackageView;
import de.krisenaustausch.platform.web.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Several files as one ZIP, written as it is sent. Files are stored as they are: most are compressed already, and every
 * unpacker reads stored entries. Their check sum has to stand in front of them, so each file is read twice; the second
 * time it comes from the page cache. What is missing, and why, is said in a text file inside.
 */
final class Archive {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int BUFFER = 64 * 1024;

    private final Locale locale;
    private final Set<String> names = new HashSet<>();
    private final byte[] buffer = new byte[BUFFER];

    /** @param locale language of what the archive says itself */
    Archive(Locale locale) {
        this.locale = locale;
    }

    void write(PackageView content, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (FileView file : content.files()) {
            ZipEntry entry = new ZipEntry(unused(file.fileName()));
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(file.size());
            entry.setCrc(checkSum(file.path()));
            entry.setTimeLocal(LocalDateTime.ofInstant(file.since(), BERLIN));
            zip.putNextEntry(entry);
            copy(file.path(), zip);
            zip.closeEntry();
        }
        if (!content.missing().isEmpty() || content.unknown() > 0) {
            zip.putNextEntry(new ZipEntry(unused(Messages.sentence(locale, "document.package.missing.file"))));
            zip.write(note(content).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** @return the name, numbered like "Plan (2).pdf" where it was given away; Windows does not tell cases apart */
    String unused(String name) {
        String extension = FileName.extension(name);
        String base = extension.isEmpty() ? name : name.substring(0, name.length() - extension.length() - 1);
        String candidate = name;
        for (int number = 2; !names.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            candidate = base + " (" + number + ")" + name.substring(base.length());
        }
        return candidate;
    }

    private String note(PackageView content) {
        StringBuilder note = new StringBuilder(Messages.sentence(locale, "document.package.missing.text")).append("\r\n\r\n");
        content.missing().forEach(title -> note.append("- ").append(title).append("\r\n"));
        if (content.unknown() > 0) {
            note.append("- ").append(Messages.sentence(locale, "document.package.missing.unknown", content.unknown())).append("\r\n");
        }
        return note.toString();
    }

    private long checkSum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sum.update(buffer, 0, n);
            }
        }
        return sum.getValue();
    }

    private void copy(Path file, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        }
    }
}

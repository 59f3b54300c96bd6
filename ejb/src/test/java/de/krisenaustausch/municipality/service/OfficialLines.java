package de.krisenaustausch.municipality.service;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Made-up lines in the form of the official list of municipalities. */
final class OfficialLines {

    private final List<String> lines = new ArrayList<>();
    private final String day;

    OfficialLines(String day) {
        this.day = day;
    }

    OfficialLines county(String key, String mark, String name) {
        return line("40", key, "", name, mark, "");
    }

    OfficialLines union(String county, String union, String mark, String name) {
        return line("50", county, union, name, mark, "");
    }

    /** @param union four digits, "0000" where there is none */
    OfficialLines municipality(String ags, String union, String mark, String name, int hectares, int people, String postalCode) {
        return line("60", ags, union, name, mark, "    " + pad("%011d".formatted(hectares), 11) + "%011d".formatted(people) + "%011d".formatted(people / 2) + "    " + postalCode);
    }

    OfficialLines line(String type, String key, String union, String name, String mark, String rest) {
        lines.add(pad(type + day + pad(key, 8) + pad(union, 4) + pad(name, 50) + pad("", 50) + pad(mark, 2) + rest, 220));
        return this;
    }

    OfficialLines raw(String line) {
        lines.add(line);
        return this;
    }

    Path write(Path folder) throws IOException {
        return write(folder, StandardCharsets.UTF_8);
    }

    Path write(Path folder, Charset charset) throws IOException {
        return Files.write(folder.resolve("liste.txt"), lines, charset);
    }

    List<OfficialEntry> entries(Path folder) throws IOException {
        return OfficialFile.read(write(folder)).entries();
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}

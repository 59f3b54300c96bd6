package de.krisenaustausch.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the web module, as tests of rules read them. */
public final class Webapp {

    public static final Path ROOT = Path.of("src/main/webapp");
    public static final Path JAVA = Path.of("src/main/java");

    private Webapp() {
    }

    /** @return all files below the folder whose names end so, in a fixed order */
    public static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package de.krisenaustausch.registration.service.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Common first names: they tell "Müller Anna" from "Anna Müller", and a person's line from a place's. */
final class FirstNames {

    private static final Set<String> ALL = load();

    private FirstNames() {
    }

    /** @param word a name, also a double one with hyphen */
    static boolean isOne(String word) {
        return Arrays.stream(Folding.fold(word).split("-")).allMatch(ALL::contains);
    }

    private static Set<String> load() {
        try (InputStream stream = FirstNames.class.getResourceAsStream("vornamen.txt")) {
            return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\\s+")).map(Folding::fold).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

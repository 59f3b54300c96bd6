package de.krisenaustausch.stack.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** All that the local stack is filled with, as it lies beside this class. */
final class Examples {

    /** An association that hosts spaces. */
    record ExampleAssociation(String shortName, String name) {
    }

    private final List<ExampleMunicipality> municipalities = table("municipalities.tsv", ExampleMunicipality::of);
    private final List<ExamplePerson> people = table("people.tsv", ExamplePerson::of);
    private final List<ExampleAssociation> associations = table("associations.tsv", cells -> new ExampleAssociation(cells.get(0), cells.get(1)));
    private final List<ExampleSpace> spaces = all("spaces", ExampleSpace::of);
    private final List<ExampleLink> links = table("links.tsv", ExampleLink::of);
    private final List<ExampleDocument> documents = all("documents", ExampleDocument::of);
    private final List<ExampleQuestion> questions = all("questions", ExampleQuestion::of);
    private final List<ExamplePoll> polls = all("polls", ExamplePoll::of);

    List<ExampleMunicipality> municipalities() {
        return municipalities;
    }

    /** @return the administrator first */
    List<ExamplePerson> people() {
        return people;
    }

    List<ExampleAssociation> associations() {
        return associations;
    }

    List<ExampleSpace> spaces() {
        return spaces;
    }

    /** @return in the order in which they are shared */
    List<ExampleLink> links() {
        return links;
    }

    /** @return in the order in which they are shared */
    List<ExampleDocument> documents() {
        return documents;
    }

    /** @return in the order in which they are asked */
    List<ExampleQuestion> questions() {
        return questions;
    }

    List<ExamplePoll> polls() {
        return polls;
    }

    /** @return the taxonomy: every topic of the spaces once */
    List<String> topics() {
        return spaces.stream().flatMap(space -> space.topics().stream()).distinct().toList();
    }

    /** @return where this person works, whose letterhead her papers bear */
    ExampleMunicipality home(String username) {
        String name = people.stream().filter(person -> person.username().equals(username)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nobody is called " + username)).municipality();
        return municipalities.stream().filter(municipality -> municipality.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no municipality is called " + name));
    }

    /** @return the topic's name in an address, made by the portal's rule */
    static String slug(String name) {
        return name.toLowerCase(Locale.GERMAN).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
            .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static <T> List<T> table(String file, Function<List<String>, T> reader) {
        return read(file).lines().skip(1).map(line -> reader.apply(Arrays.asList(line.split("\t", -1)))).toList();
    }

    private static <T> List<T> all(String folder, Function<String, T> reader) {
        return read(folder + "/index.txt").lines().map(name -> reader.apply(read(folder + "/" + name))).toList();
    }

    private static String read(String file) {
        try (InputStream in = Examples.class.getResourceAsStream("/examples/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no example file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package de.krisenaustausch.stack.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final Path VOCABULARY = Path.of("../../persistence/src/main/resources/db/migration/V2__vocabulary.sql");
    private static final Examples EXAMPLES = new Examples();

    static Stream<ExampleDocument> documents() {
        return EXAMPLES.documents().stream();
    }

    @Test
    void thereAreThirtyPapersInFourFormats() {
        Map<Format, Long> formats = documents().collect(Collectors.groupingBy(ExampleDocument::format, Collectors.counting()));

        assertThat(formats).isEqualTo(Map.of(Format.PDF, 12L, Format.DOCX, 8L, Format.ODT, 5L, Format.XLSX, 5L));
        assertThat(documents().map(ExampleDocument::file)).doesNotHaveDuplicates();
        assertThat(documents().map(document -> document.title() + EXAMPLES.home(document.person()).name())).doesNotHaveDuplicates();
    }

    @Test
    void theyComeFromADozenMunicipalitiesOfAllSizes() {
        List<ExampleMunicipality> homes = documents().map(document -> EXAMPLES.home(document.person())).distinct().toList();

        assertThat(homes).hasSizeGreaterThanOrEqualTo(12);
        assertThat(homes.stream().map(ExampleMunicipality::kind)).contains("CITY", "TOWN", "VILLAGE", "UNION", "COUNTY");
        assertThat(homes.stream().filter(home -> home.population() < 1_000)).isNotEmpty();
        List<Integer> borders = List.of(400_000, 200_000, 100_000, 50_000, 25_000, 10_000, 5_000, 3_000, 1_000, 0);
        for (int i = 0; i < borders.size(); i++) {
            int from = borders.get(i);
            int below = i == 0 ? Integer.MAX_VALUE : borders.get(i - 1);
            assertThat(homes).as("municipalities from %d", from).anyMatch(home -> home.population() >= from && home.population() < below);
        }
    }

    @Test
    void everythingTheyNameExists() throws IOException {
        String types = Files.readString(VOCABULARY);
        List<String> people = EXAMPLES.people().stream().map(ExamplePerson::username).toList();
        Map<String, ExampleSpace> spaces = EXAMPLES.spaces().stream().collect(Collectors.toMap(ExampleSpace::slug, Function.identity()));

        assertThat(documents()).allSatisfy(document -> {
            assertThat(types).contains("('" + document.type() + "',");
            assertThat(people).contains(document.person());
            assertThat(spaces.get(document.space()).topics()).containsAll(document.topics());
            assertThat(document.reuse()).isIn("FREE", "NAMED", "ADMINISTRATION", "ASK");
            assertThat(document.look()).isIn("letter", "paper", "notice");
        });
        assertThat(EXAMPLES.links()).hasSizeBetween(5, 6).allSatisfy(link -> {
            assertThat(people).contains(link.person());
            assertThat(spaces.get(link.space()).topics()).containsAll(link.topics());
            // into a space that is not open to all only its moderators bring something
            assertThat("ALL_MEMBERS".equals(spaces.get(link.space()).visibility()) || spaces.get(link.space()).moderators().contains(link.person())).isTrue();
            assertThat(link.address()).matches("https://[a-z.-]+[.]example/.*");
            assertThat(link.title()).startsWith("Beispiel: ");
        });
        assertThat(EXAMPLES.spaces()).allSatisfy(space -> assertThat(people).containsAll(space.moderators()));
        assertThat(EXAMPLES.people()).allSatisfy(person -> assertThat(EXAMPLES.home(person.username())).isNotNull());
    }

    @Test
    void pollsAreAnsweredByEachMunicipalityOnceAndFitTheirQuestions() {
        Map<String, ExampleSpace> spaces = EXAMPLES.spaces().stream().collect(Collectors.toMap(ExampleSpace::slug, Function.identity()));

        assertThat(EXAMPLES.polls()).hasSize(4).allSatisfy(poll -> {
            assertThat(spaces.get(poll.space()).topics()).containsAll(poll.topics());
            assertThat(spaces.get(poll.space()).visibility()).isEqualTo("ALL_MEMBERS");
            assertThat(poll.answers().keySet().stream().map(person -> EXAMPLES.home(person).name())).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
            assertThat(poll.answers().values()).allSatisfy(answers -> assertThat(answers).hasSameSizeAs(poll.poll().getJsonArray("questions")));
        });
    }

    @Test
    void everybodyHasAnAccount() throws IOException {
        String accounts = Files.readString(Path.of("../keycloak/local/example-accounts.json"));

        assertThat(EXAMPLES.people()).allSatisfy(person ->
            assertThat(accounts).contains("\"username\": \"" + person.username() + "\"", "\"firstName\": \"" + person.givenName() + "\"",
                "\"lastName\": \"" + person.familyName() + "\""));
    }

    @Test
    void everyTopicOfBothSpacesIsCovered() {
        for (String slug : List.of("corona", "personal-organisation")) {
            ExampleSpace space = EXAMPLES.spaces().stream().filter(each -> each.slug().equals(slug)).findFirst().orElseThrow();
            assertThat(documents().filter(document -> document.space().equals(slug)).flatMap(document -> document.topics().stream()).distinct())
                .containsExactlyInAnyOrderElementsOf(space.topics());
        }
    }

    @Test
    void aPassageIsFoundOnlyInsideAFile() throws IOException {
        ExampleDocument hidden = documents().filter(document -> document.title().equals("Erleichterungen für Betriebe, Anlage 2")).findFirst().orElseThrow();

        assertThat(hidden.title() + hidden.text() + hidden.heading() + hidden.file()).doesNotContainIgnoringCase("stundung");
        assertThat(textOf(hidden, render(hidden, 0))).contains("Stundung nach § 222");
    }

    @Test
    void questionsNameWhatExists() {
        List<String> people = EXAMPLES.people().stream().map(ExamplePerson::username).toList();
        Map<String, ExampleSpace> spaces = EXAMPLES.spaces().stream().collect(Collectors.toMap(ExampleSpace::slug, Function.identity()));

        assertThat(EXAMPLES.questions()).hasSize(8).allSatisfy(question -> {
            assertThat(people).containsAll(question.people().toList());
            assertThat(spaces.get(question.space()).topics()).containsAll(question.topics());
            assertThat(question.title()).hasSizeLessThanOrEqualTo(200);
            assertThat(question.answers()).noneMatch(answer -> answer.helped().contains(answer.person()));
            assertThat(question.answers().stream().filter(ExampleQuestion.Answer::accepted).count()).isLessThanOrEqualTo(1);
        });
        assertThat(EXAMPLES.questions()).anyMatch(question -> question.answers().isEmpty()).anyMatch(question -> question.urgentDays() > 0);
        assertThat(EXAMPLES.questions().stream().map(ExampleQuestion::title)).doesNotHaveDuplicates();
    }

    @Test
    void limitsOfThePortalAreKept() {
        assertThat(documents()).allSatisfy(document -> {
            assertThat(document.title()).hasSizeLessThanOrEqualTo(200);
            assertThat(document.text()).hasSizeLessThanOrEqualTo(2000);
            assertThat(document.contact()).hasSizeLessThanOrEqualTo(200);
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void itOpensAgainAndKeepsItsText(ExampleDocument document) throws IOException {
        for (int i = 0; i < document.versions().size(); i++) {
            String text = textOf(document, render(document, i));
            assertThat(text).contains(EXAMPLES.home(document.person()).name()).containsPattern("[äöüß]").doesNotContain("**", "{r}");
            assertThat(text.split("\\s+")).hasSizeGreaterThan(100);
        }
    }

    @Test
    void aSecondVersionHasMoreThanTheFirst() {
        List<ExampleDocument.Version> versions = EXAMPLES.documents().get(0).versions();

        assertThat(versions).hasSize(2);
        assertThat(versions.get(1).change()).startsWith("Neues Kapitel 10");
        assertThat(versions.get(1).blocks()).startsWith(versions.get(0).blocks().toArray(Block[]::new)).hasSizeGreaterThan(versions.get(0).blocks().size());
    }

    private static byte[] render(ExampleDocument document, int version) {
        return document.format().render(document, document.versions().get(version).blocks(), EXAMPLES.home(document.person()));
    }

    private static String textOf(ExampleDocument document, byte[] file) throws IOException {
        if (document.format() == Format.PDF) {
            try (PDDocument pdf = Loader.loadPDF(file)) {
                return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            }
        }
        return partsOf(file).entrySet().stream().filter(part -> part.getKey().endsWith(".xml"))
            .map(part -> part.getValue().replaceAll("<[^>]*>", " ")).collect(Collectors.joining(" "));
    }

    /** Reads every part of a package; each must be well-formed XML. */
    private static Map<String, String> partsOf(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                if (!entry.getName().equals("mimetype")) {
                    assertThat(part).as(entry.getName()).satisfies(xml ->
                        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml)));
                }
                parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}

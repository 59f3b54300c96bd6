package de.krisenaustausch.document.service.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.document.TextState;
import de.krisenaustausch.platform.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deals with workers that do what the file's name says: answer, hang, crash, run out of memory. */
class ExtractorTest {

    /** Stands in for the extractor's program. */
    private static final String ACTOR = """
        package de.krisenaustausch.extractor;
        import java.io.*;
        import java.nio.file.*;
        public class Main {
            static int asked;
            public static void main(String[] none) throws Exception {
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                System.out.println("READY");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] request = line.split("\\t");
                    Path folder = Path.of(request[3]);
                    asked++;
                    switch (Path.of(request[1]).getFileName().toString()) {
                        case "hangs" -> {
                            Process child = new ProcessBuilder("sleep", "300").start();
                            Files.writeString(Path.of(request[1] + ".child"), String.valueOf(child.pid()));
                            Thread.currentThread().join();
                        }
                        case "crashes" -> Runtime.getRuntime().halt(7);
                        case "crashes-when-worn" -> { if (asked > 1) { Runtime.getRuntime().halt(7); } }
                        case "needs-memory" -> { byte[][] all = new byte[1000][]; for (int i = 0; i < 1000; i++) { all[i] = new byte[10_000_000]; } }
                        case "chatters" -> System.out.println("by the way");
                        default -> { }
                    }
                    if (request[0].equals("PICTURES")) {
                        Files.writeString(folder.resolve("1.png"), "first");
                        Files.writeString(folder.resolve("2.png"), "second");
                        System.out.println("PICTURES\\t2");
                        continue;
                    }
                    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(folder.resolve("text")))) {
                        byte[] text = ("Stundung " + System.getenv().containsKey("JAVA_HOME")).getBytes();
                        out.writeInt(3); out.writeInt(text.length); out.write(text);
                    }
                    System.out.println("TEXT\\tSEARCHABLE\\t3\\ttrue");
                }
            }
        }
        """;

    @TempDir
    private static Path home;
    @TempDir
    private Path data;
    private Extractor extractor;

    @BeforeAll
    static void packActor() throws IOException {
        Path source = Files.writeString(home.resolve("Main.java"), ACTOR);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", home.toString(), source.toString())).isZero();
        String name = "de/krisenaustausch/extractor/Main.class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(Files.createDirectory(home.resolve("lib")).resolve("actor.jar")))) {
            jar.putNextEntry(new JarEntry(name));
            jar.write(Files.readAllBytes(home.resolve(name)));
        }
    }

    @BeforeEach
    void start() {
        extractor = new Extractor(new Configuration(Map.of("KA_DATA_DIR", data.toString(), "KA_EXTRACTOR_HOME", home.toString(),
            "KA_EXTRACT_SECONDS", "4", "KA_EXTRACT_MEMORY_MB", "64")));
    }

    @AfterEach
    void stop() throws IOException {
        extractor.close();
        try (Stream<Path> left = Files.list(data.resolve("extraction"))) {
            assertThat(left).as("nothing is left behind").isEmpty();
        }
    }

    @Test
    void handsOverTextAndPictures() throws IOException {
        Reading reading = extractor.read(data.resolve("fine"), "application/pdf");

        assertThat(reading.state()).isEqualTo(TextState.SEARCHABLE);
        assertThat(reading.real()).isTrue();
        assertThat(reading.pages()).containsExactly(new Reading.Page(3, "Stundung false"));
        assertThat(extractor.draw(data.resolve("fine"), "application/pdf", Files.createDirectory(data.resolve("derived")))).isEqualTo(2);
        assertThat(data.resolve("derived/2.png")).hasContent("second");
    }

    @Test
    void givesUpWhatTakesTooLongAndKillsWhatWasStartedForIt() throws Exception {
        Path file = data.resolve("hangs");

        assertThat(extractor.read(file, "text/plain")).isEqualTo(new Reading(TextState.GIVEN_UP, List.of(), false));
        long child = Long.parseLong(Files.readString(data.resolve("hangs.child")));
        ProcessHandle.of(child).ifPresent(left -> left.onExit().join());
        assertThat(extractor.read(data.resolve("fine"), "text/plain").state()).isEqualTo(TextState.SEARCHABLE);
    }

    @Test
    void givesUpWhatBringsTheWorkerDown() {
        assertThat(extractor.read(data.resolve("crashes"), "text/plain").state()).isEqualTo(TextState.GIVEN_UP);
        assertThat(extractor.read(data.resolve("needs-memory"), "text/plain").state()).isEqualTo(TextState.GIVEN_UP);
        assertThat(extractor.draw(data.resolve("needs-memory"), "text/plain", data)).isZero();
        assertThat(extractor.read(data.resolve("fine"), "text/plain").state()).isEqualTo(TextState.SEARCHABLE);
    }

    @Test
    void triesOnceMoreWhenFilesBeforeMayHaveWornTheWorkerOut() {
        extractor.read(data.resolve("fine"), "text/plain");

        assertThat(extractor.read(data.resolve("crashes-when-worn"), "text/plain").state()).isEqualTo(TextState.SEARCHABLE);
    }

    @Test
    void takesForAnAnswerOnlyWhatIsOne() {
        assertThat(extractor.read(data.resolve("chatters"), "text/plain").state()).isEqualTo(TextState.SEARCHABLE);
    }

    @Test
    void saysThatNoWorkerStarts() throws IOException {
        Path empty = Files.createDirectories(data.resolve("home/lib")).getParent();
        Extractor without = new Extractor(new Configuration(Map.of("KA_DATA_DIR", data.toString(), "KA_EXTRACTOR_HOME", empty.toString())));

        assertThatThrownBy(() -> without.read(data.resolve("fine"), "text/plain")).isInstanceOf(IllegalStateException.class).hasMessageContaining("does not start");
        extractor.read(data.resolve("fine"), "text/plain");
    }
}

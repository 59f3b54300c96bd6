package de.krisenaustausch.extractor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads file after file until its input ends. Requests and answers are lines of fields with tabs between:
 * <pre>
 * TEXT     file  media-type  folder   →  TEXT      state  pages  real
 * PICTURES file  media-type  folder   →  PICTURES  count
 * </pre>
 * The text then lies in {@code folder/text} ({@link Passages}), pictures as {@code folder/1.png} and so on. Who asks
 * sets the limit of time and kills this process when it is over; memory is limited by the heap, beyond which it ends
 * itself.
 */
public final class Main {

    private static final Logger LIBRARIES = Logger.getLogger("");
    private static final String END = "";

    private final OtherText others = new OtherText();
    private final Pictures pictures;

    private Main(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Properties: {@code ka.converter} (LibreOffice's program, may be missing), {@code ka.converter.seconds}, {@code java.io.tmpdir}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream answers = System.out;
        // whatever a library prints must not be taken for an answer
        System.setOut(System.err);
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        LIBRARIES.setLevel(Level.OFF);
        Offline.enforce();
        Main main = new Main(new Pictures(converter()));
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(requests), "requests");
        listener.setDaemon(true);
        listener.start();
        answers.println("READY");
        for (String request = requests.take(); !END.equals(request); request = requests.take()) {
            answers.println(main.answer(request.split("\t", -1)));
        }
    }

    /** When whoever asks is gone, nobody waits for the file at hand any more: not even LibreOffice goes on. */
    private static void listen(BlockingQueue<String> requests) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(line);
            }
        } catch (IOException broken) {
            requests.add(END);
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }

    private static Converter converter() {
        String program = System.getProperty("ka.converter", "");
        return program.isEmpty() ? null : new Converter(Path.of(program), Path.of(System.getProperty("java.io.tmpdir"), "office"),
            Duration.ofSeconds(Integer.getInteger("ka.converter.seconds", 45)));
    }

    private String answer(String[] request) {
        Path file = Path.of(request[1]);
        Path folder = Path.of(request[3]);
        return switch (request[0]) {
            case "TEXT" -> text(file, request[2], folder);
            case "PICTURES" -> pictures(file, request[2], folder);
            default -> throw new IllegalArgumentException("no such request: " + request[0]);
        };
    }

    private String text(Path file, String mediaType, Path folder) {
        try (Passages passages = new Passages(folder.resolve("text"))) {
            State state;
            try {
                state = read(file, mediaType, passages);
            } catch (Passages.EnoughException enough) {
                state = State.SEARCHABLE;
            } catch (UnreadableException unreadable) {
                state = unreadable.state();
            } catch (StackOverflowError | RuntimeException beyondLimits) {
                state = State.GIVEN_UP;
            }
            return String.join("\t", "TEXT", state.name(), String.valueOf(passages.pages()), String.valueOf(passages.areRealPages()));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private State read(Path file, String mediaType, Passages passages) throws UnreadableException {
        if ("application/pdf".equals(mediaType)) {
            return PdfText.read(file, passages);
        }
        if (mediaType.startsWith("image/")) {
            return State.SCAN;
        }
        if (mediaType.startsWith("video/") || mediaType.startsWith("audio/")) {
            return State.NO_TEXT;
        }
        return others.read(file, mediaType, passages);
    }

    private String pictures(Path file, String mediaType, Path folder) {
        int count;
        try {
            count = pictures.draw(file, mediaType, folder);
        } catch (IOException | StackOverflowError | RuntimeException notDrawable) {
            count = 0;
        }
        return "PICTURES\t" + count;
    }
}

package de.krisenaustausch.document.service.extraction;

import de.krisenaustausch.document.TextState;
import de.krisenaustausch.platform.Configuration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * Has files read by workers that wait between two files, since a new process costs a second. A file that kills its worker, or
 * is not read within {@code KA_EXTRACT_SECONDS}, is given up; nobody else notices.
 */
@ApplicationScoped
public class Extractor {

    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private Configuration configuration;

    protected Extractor() {
    }

    @Inject
    public Extractor(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @return the file's text @throws IllegalStateException when no worker can be started */
    public Reading read(Path file, String mediaType) {
        return inFolder(folder -> {
            Optional<String[]> answer = ask("TEXT", file, mediaType, folder);
            if (answer.isEmpty()) {
                return Reading.without(TextState.GIVEN_UP);
            }
            TextState state = TextState.valueOf(answer.get()[1]);
            return state == TextState.SEARCHABLE
                ? new Reading(state, pages(folder.resolve("text")), Boolean.parseBoolean(answer.get()[3])) : Reading.without(state);
        });
    }

    /**
     * Draws the first pages as {@code 1.png}, {@code 2.png} … into a folder.
     *
     * @return how many; none when the file can't be drawn
     * @throws IllegalStateException when no worker can be started
     */
    public int draw(Path file, String mediaType, Path into) {
        return inFolder(folder -> {
            int count = ask("PICTURES", file, mediaType, folder).map(answer -> Integer.parseInt(answer[1])).orElse(0);
            for (int page = 1; page <= count; page++) {
                String name = page + ".png";
                Files.move(folder.resolve(name), into.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
            return count;
        });
    }

    private Optional<String[]> ask(String what, Path file, String mediaType, Path folder) {
        Worker worker = take();
        Optional<String[]> answer = ask(worker, what, file, mediaType, folder);
        // the file at hand need not be the culprit
        return answer.isEmpty() && worker.diedOfAge() ? ask(start(), what, file, mediaType, folder) : answer;
    }

    private Optional<String[]> ask(Worker worker, String what, Path file, String mediaType, Path folder) {
        Optional<String[]> answer = worker.ask(Duration.ofSeconds(configuration.extractSeconds()), what, file.toString(), mediaType, folder.toString());
        if (worker.isUsable()) {
            idle.push(worker);
        } else {
            worker.close();
        }
        return answer;
    }

    private Worker take() {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.isUsable()) {
                return worker;
            }
            worker.close();
        }
        return start();
    }

    private Worker start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(workshop()), "worker");
            // LibreOffice is given less than the whole time, so that the worker can still answer
            return Worker.start(new Worker.Setting(configuration.extractorHome(), folder, configuration.extractMemoryMb(),
                Math.max(1, configuration.extractSeconds() * 3 / 4), configuration.converter()));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static List<Reading.Page> pages(Path file) throws IOException {
        List<Reading.Page> pages = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                int number = in.readInt();
                pages.add(new Reading.Page(number, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8)));
            }
        } catch (EOFException end) {
            return pages;
        }
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    private <T> T inFolder(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(workshop()), "file");
            try {
                return work.in(folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path workshop() {
        return configuration.dataDir().resolve("extraction");
    }

    /** Throws away what a server left behind that was killed; another one on the same folder may still be at work. */
    @PostConstruct
    void sweep() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (Stream<Path> left = Files.list(Files.createDirectories(workshop()))) {
            for (Path folder : left.toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(yesterday)) {
                    Folders.delete(folder);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Ends all workers. */
    @PreDestroy
    public void close() {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
    }
}

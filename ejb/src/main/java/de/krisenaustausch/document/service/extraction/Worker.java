package de.krisenaustausch.document.service.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One process that reads files, one after the other. It knows nothing of the portal: no environment, no network, a heap of
 * its own. Who does not answer in time is killed with all that it started.
 */
final class Worker implements AutoCloseable {

    /** Files after which it is replaced, so that what libraries leak does not grow for ever. */
    private static final int LIFE = 500;
    private static final Duration START = Duration.ofSeconds(60);
    private static final String READY = "READY";
    /** Put behind the last answer when the process has ended. */
    private static final String ENDED = "";

    /** Whoever waits for a page comes first. */
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Process process;
    private final Path folder;
    private final PrintStream requests;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int served;
    private boolean died;

    private Worker(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::listen, "extractor-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Where and how a worker runs.
     *
     * @param home its {@code lib} holds the extractor
     * @param folder for temporary files; only this worker uses it, and it goes with the worker
     * @param converter LibreOffice's program, if there is one
     */
    record Setting(Path home, Path folder, int memoryMb, int seconds, Optional<Path> converter) {
    }

    /** @throws IllegalStateException when it does not start: then no file can be read at all */
    static Worker start(Setting setting) {
        try {
            Path temporary = Files.createDirectories(setting.folder().resolve("tmp"));
            List<String> command = new ArrayList<>(Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "10") : List.of());
            command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + setting.memoryMb() + "m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Duser.language=de", "-Duser.country=DE",
                "-Djava.io.tmpdir=" + temporary, "-Dka.converter.seconds=" + setting.seconds(),
                "-Dka.converter=" + setting.converter().map(Path::toString).orElse(""),
                "-cp", setting.home().resolve("lib") + "/*", "de.krisenaustausch.extractor.Main"));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // no secret of the portal's environment is any business of a process that opens strangers' files
            builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
            builder.environment().put("HOME", temporary.toString());
            Worker worker = new Worker(builder.start(), setting.folder());
            if (worker.answer(READY, START).isEmpty()) {
                worker.close();
                throw new IllegalStateException("The extractor at " + setting.home() + " does not start.");
            }
            return worker;
        } catch (IOException failed) {
            throw new IllegalStateException("The extractor at " + setting.home() + " can't be started.", failed);
        }
    }

    /**
     * Has a request answered.
     *
     * @param fields without tabs and line ends
     * @return the answer's fields, or empty when the worker died or was too slow; it is then of no more use
     */
    Optional<String[]> ask(Duration limit, String... fields) {
        served++;
        requests.println(String.join("\t", fields));
        Optional<String[]> answer = answer(fields[0], limit);
        if (answer.isEmpty()) {
            close();
        }
        return answer;
    }

    /** @return whether it ended by itself, and perhaps only because files before had worn it out */
    boolean diedOfAge() {
        return died && served > 1;
    }

    boolean isUsable() {
        return process.isAlive() && served < LIFE;
    }

    /** Passes over what is no answer: Java itself prints there when it runs out of memory. */
    private Optional<String[]> answer(String to, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                String line = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                died = ENDED.equals(line);
                if (line == null || died) {
                    return Optional.empty();
                }
                String[] answer = line.split("\t", -1);
                if (answer[0].equals(to)) {
                    return Optional.of(answer);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!ENDED.equals(line)) {
                    answers.add(line);
                }
            }
        } catch (IOException broken) {
            process.destroyForcibly();
        } finally {
            answers.add(ENDED);
        }
    }

    /** Kills the process and all that it started. */
    @Override
    public void close() {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        requests.close();
        Folders.delete(folder);
    }
}

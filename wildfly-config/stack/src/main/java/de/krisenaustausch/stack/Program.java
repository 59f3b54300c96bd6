package de.krisenaustausch.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the stack: started with its log in a file, watched until it answers, stopped with all its children. */
final class Program implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path log;
    private final Process process;

    private Program(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** @param environment added to our own */
    static Program start(String name, Path log, Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            return new Program(name, log, builder.start());
        } catch (IOException failed) {
            throw new StackException(name + " can't be started: " + failed.getMessage(), failed);
        }
    }

    /** Waits until the program ends by itself. @throws StackException when it fails */
    void awaitEnd() {
        try {
            if (process.waitFor() != 0) {
                throw failed("failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException(name + " was interrupted.", stopped);
        }
    }

    /** Waits until the address answers 200. @throws StackException when the program ends before, or time is over */
    void await(URI address, Duration patience, Runnable look) {
        Instant end = Instant.now().plus(patience);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw failed("ended");
            }
            look.run();
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                pause();
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StackException(name + " was interrupted.", stopped);
            }
        }
        throw failed("did not answer within " + patience.toSeconds() + " s");
    }

    /** Waits until the program has written a file. @throws StackException when it ends before, or time is over */
    void awaitFile(Path file, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (!Files.exists(file)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw failed("did not write " + file);
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException(name + " was interrupted.", stopped);
        }
    }

    private StackException failed(String how) {
        return new StackException(name + " " + how + "; its log is " + log + lastWords());
    }

    private String lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("The environment variable ") || line.contains("ERROR")).findFirst()
                .map(line -> ": " + line.strip()).orElse(".");
        } catch (IOException | RuntimeException unreadable) {
            return ".";
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the program and its children at once, as a crash would. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        process.destroy();
        Stream.concat(children.stream(), Stream.of(process.toHandle())).forEach(each -> {
            try {
                each.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                each.destroyForcibly();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stubborn) {
                each.destroyForcibly();
            }
        });
    }
}

package de.krisenaustausch.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Tells on the console what is being done and how long it took. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Does something that takes a while, saying when it begins and when it is ready. */
    public void step(String name, Runnable work) {
        Instant start = Instant.now();
        say("  … " + name);
        work.run();
        say("  ✓ %s (%d s)".formatted(name, Duration.between(start, Instant.now()).toSeconds()));
    }

    /** Says one line. */
    public void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}

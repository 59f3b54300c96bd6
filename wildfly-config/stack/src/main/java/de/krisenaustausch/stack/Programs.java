package de.krisenaustausch.stack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** All programs that a stack started, so that none is left behind, also when it is stopped while one of them starts. */
final class Programs implements AutoCloseable {

    private final Deque<Program> running = new ArrayDeque<>();
    private boolean closed;

    /** @throws StackException when the stack is being stopped, or the program can't be started */
    synchronized Program start(String name, Path log, Map<String, String> environment, List<String> command) {
        if (closed) {
            throw new StackException("Stopped while starting.");
        }
        running.removeIf(program -> !program.isAlive());
        Program program = Program.start(name, log, environment, command);
        running.push(program);
        return program;
    }

    /** Runs a program to its end. @throws StackException when it fails */
    void run(String name, Path log, Map<String, String> environment, List<String> command) {
        start(name, log, environment, command).awaitEnd();
    }

    /** Stops all, the last first; from now on nothing starts. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }
}

package de.krisenaustausch.stack;

/** The stack can't start or go on; the message is one sentence that says why and what to do. */
public class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}

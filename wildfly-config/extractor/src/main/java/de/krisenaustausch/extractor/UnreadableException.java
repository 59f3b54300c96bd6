package de.krisenaustausch.extractor;

/** The file can't be read, and why. */
final class UnreadableException extends Exception {

    private final State state;

    UnreadableException(State state, Throwable cause) {
        super(state + ": " + cause, cause);
        this.state = state;
    }

    State state() {
        return state;
    }
}

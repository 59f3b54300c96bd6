package de.krisenaustausch.link.service.page;

/** A page that was not seen: it may not be called, or it did not answer as pages do. */
class PageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whether the page failed, or nobody may or could look. */
    enum Reason {
        /** It lies inside a network, or is none of the web. */
        REFUSED,
        /** No such host, no answer in time, or nonsense. */
        FAILED,
        /** Too many pages are looked at already. */
        BUSY
    }

    private final Reason reason;

    PageException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    PageException(Reason reason, Throwable cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}

package de.krisenaustausch.shared;

/** The reader sees the thing but may not do this with it. */
public class NotAllowedException extends BusinessException {

    public NotAllowedException() {
        super("error.notAllowed");
    }
}

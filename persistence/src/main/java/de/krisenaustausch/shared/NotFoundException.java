package de.krisenaustausch.shared;

/**
 * What was asked for does not exist, or the reader may not know that it does: both look the same outside.
 */
public class NotFoundException extends BusinessException {

    public NotFoundException() {
        super("error.notFound");
    }
}

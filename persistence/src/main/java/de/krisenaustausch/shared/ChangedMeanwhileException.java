package de.krisenaustausch.shared;

/** Somebody else changed the same thing since this reader opened it; nothing was written. */
public class ChangedMeanwhileException extends BusinessException {

    public ChangedMeanwhileException() {
        super("error.changedMeanwhile");
    }
}

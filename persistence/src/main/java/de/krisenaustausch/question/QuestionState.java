package de.krisenaustausch.question;

/** What became of a question. */
public enum QuestionState {
    /** It may be answered, and no answer is accepted yet. */
    OPEN,
    /** One answer is accepted; others may still come. */
    ANSWERED,
    /** Nobody is to answer any more; a reason is given. */
    CLOSED,
    /** Another question asks the same and has its answers; its address leads there. */
    MERGED;

    /** @return whether answers and comments are taken */
    public boolean isTakingAnswers() {
        return this == OPEN || this == ANSWERED;
    }
}

package de.krisenaustausch.question;

/** Which of a space's questions a list shows. */
public enum QuestionList {
    /** All but those that are merged into others. */
    ALL("d.state <> 'MERGED'"),
    OPEN("d.state = 'OPEN'"),
    /** Open ones that nobody answered yet. */
    UNANSWERED("d.state = 'OPEN' and d.answer_count = 0"),
    /** Those that the reader asked. */
    MINE("d.state <> 'MERGED' and d.asked_by_id = ?2"),
    /** Those that somebody of the reader's municipality asked. */
    MUNICIPALITY("d.state <> 'MERGED' and d.municipality_id = ?3");

    /** Of a row {@code d}; the reader is ?2, her municipality ?3. */
    final String condition;

    QuestionList(String condition) {
        this.condition = condition;
    }
}

package de.krisenaustausch.question.service;

import de.krisenaustausch.shared.NotFoundException;

/** The question that was asked for stands elsewhere now, or another one in its place; the reader may see that one. */
public class MovedQuestionException extends NotFoundException {

    private final String space;
    private final long id;

    MovedQuestionException(String space, long id) {
        this.space = space;
        this.id = id;
    }

    /** @return the slug of the space that it stands in */
    public String getSpace() {
        return space;
    }

    public long getId() {
        return id;
    }
}

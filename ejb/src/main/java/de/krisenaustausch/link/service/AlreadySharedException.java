package de.krisenaustausch.link.service;

import de.krisenaustausch.shared.BusinessException;

/** The page is in the space already: it is shown, not doubled. */
public class AlreadySharedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    private final long linkId;
    private final String title;

    public AlreadySharedException(long linkId, String title) {
        super("link.taken", title);
        this.linkId = linkId;
        this.title = title;
    }

    /** @return the link that is there */
    public long getLinkId() {
        return linkId;
    }

    /** @return its title */
    public String getTitle() {
        return title;
    }
}

package de.krisenaustausch.document.service;

import de.krisenaustausch.shared.BusinessException;
import java.nio.file.Path;

/** Looks at a file that has just come in: what it is, and whether it may stay. */
public interface Inspector {

    /**
     * What was found.
     *
     * @param mediaType detected from content
     * @param kind short name for people and filters: PDF, Word, Excel …
     * @param warning message key of what the sender should know, or null
     */
    record Finding(String mediaType, String kind, String warning) {
    }

    /** @throws BusinessException when the file is refused; the sentence says why */
    Finding inspect(Path file, String name);
}

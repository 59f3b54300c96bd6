package de.krisenaustausch.document;

import de.krisenaustausch.shared.Sha256;

/**
 * A file that lies safely in the store, and what was found out about it when it came in.
 *
 * @param name its name as the uploader's computer has it, cleaned by {@link FileName}
 * @param size bytes
 * @param mediaType detected from content, never taken from the browser
 * @param kind short name for people and filters: PDF, Word, Excel …
 */
public record StoredFile(String name, long size, Sha256 sha256, String mediaType, String kind) {
}

package de.krisenaustausch.document.service;

/** A document was shared for the first time and its file released by the check. Followers hear of it. */
public record DocumentShared(long documentId) {
}

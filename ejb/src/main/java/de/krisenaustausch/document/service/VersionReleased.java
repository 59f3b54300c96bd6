package de.krisenaustausch.document.service;

/** A version passed the check; now its text is to be read. */
public record VersionReleased(long documentId, long versionId) {
}

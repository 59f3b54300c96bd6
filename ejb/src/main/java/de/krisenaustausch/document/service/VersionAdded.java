package de.krisenaustausch.document.service;

/** A version's file is in the store and its row committed; now it is to be checked for malware. */
public record VersionAdded(long documentId, long versionId) {
}

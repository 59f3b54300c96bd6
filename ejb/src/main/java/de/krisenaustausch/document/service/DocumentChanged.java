package de.krisenaustausch.document.service;

/** What can be found of a document changed, or it went: the index must follow. */
public record DocumentChanged(long documentId) {
}

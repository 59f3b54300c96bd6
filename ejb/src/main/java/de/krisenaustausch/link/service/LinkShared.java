package de.krisenaustausch.link.service;

/** A link was shared; told in the transaction that adds it. */
public record LinkShared(long linkId) {
}

package de.krisenaustausch.link.service;

/** A link's page did not answer on two days; told when that is found out. */
public record LinkDied(long linkId) {
}

package de.krisenaustausch.municipality.service;

/** An organisation is part of another now: its people and what they shared go over. Told within the same transaction. */
public record OrganisationsMerged(long from, long to) {
}

package de.krisenaustausch.municipality.service;

/** An organisation has another name, kind, Land or size class: what shows them must follow. Told within the same transaction. */
public record OrganisationRenamed(long id) {
}

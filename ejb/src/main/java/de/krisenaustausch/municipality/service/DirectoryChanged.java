package de.krisenaustausch.municipality.service;

/** Organisations came, went or changed: what remembers their names reads them again. Told within this server only. */
public record DirectoryChanged() {
}

package de.krisenaustausch.member.service;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;

/**
 * The person of the present request, as far as use cases need to know her. Municipality and what follows from it are
 * null until the profile is complete.
 */
public record Reader(
    long memberId,
    String name,
    boolean administrator,
    boolean complete,
    Long municipalityId,
    String municipality,
    MunicipalityKind kind,
    SizeClass sizeClass,
    FederalState state) {
}

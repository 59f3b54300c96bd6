package de.krisenaustausch.registration.service.recognition;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import java.util.Set;

/**
 * An organisation as the recogniser needs it.
 *
 * @param name as the directory has it, with or without "Stadt" before it or ", Stadt" behind it
 * @param county the Kreis it lies in, or null
 * @param union the Amt, Samtgemeinde … it belongs to, or null
 * @param postcodes those known; often the town hall's only
 * @param domains mail domains that are known to be its own
 */
public record Place(long id, String name, MunicipalityKind kind, String county, String union, FederalState state, int population, Set<String> postcodes,
                    Set<String> domains) {
}

package de.krisenaustausch.registration;

import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.space.Space;
import java.util.Set;

/**
 * What somebody tells of herself when she asks for access; each may be null as long as it is unknown.
 *
 * @param organisation where she works, as she typed it; the municipality's name when she chose it from the directory
 * @param municipality what the directory takes it for
 * @param function what she does there, not asked for by mail
 * @param spaces which she wants to join
 */
public record Applicant(String givenName, String familyName, String organisation, Municipality municipality, String office, String function,
                        Set<Space> spaces, String message) {
}

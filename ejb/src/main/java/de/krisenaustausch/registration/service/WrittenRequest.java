package de.krisenaustausch.registration.service;

import de.krisenaustausch.registration.Uncertainty;
import de.krisenaustausch.shared.EmailAddress;
import java.util.List;
import java.util.Set;

/**
 * A mail that asks for access, or answers our question, as far as it was understood; texts are null where it says nothing.
 *
 * @param messageId of this mail: one that came before does nothing
 * @param references Message-IDs that it answers (In-Reply-To, References)
 * @param municipalityId what the directory takes the organisation for; null when it knows none
 * @param spaces slugs of the spaces that it names
 * @param language de or en
 * @param uncertain what was guessed
 */
public record WrittenRequest(String messageId, List<String> references, EmailAddress from, String givenName, String familyName, String organisation,
                             Long municipalityId, String office, String function, Set<String> spaces, String message, String language,
                             Set<Uncertainty> uncertain) {
}

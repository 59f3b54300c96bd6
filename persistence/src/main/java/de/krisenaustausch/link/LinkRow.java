package de.krisenaustausch.link;

import de.krisenaustausch.municipality.FederalState;
import java.time.Instant;

/** What a list says of a link: one row of one statement, without entities. Texts are as people wrote them. @param dead whether its page does not answer any more */
public record LinkRow(long id, String title, WebAddress address, String description, String municipality, FederalState state, int population,
                      Instant sharedAt, boolean dead) {
}

package de.krisenaustausch.poll;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.shared.ListKey;
import java.time.Instant;

/**
 * A poll as lists show it.
 *
 * @param listedAt when it was published; when it was drafted, while it is a draft
 * @param participants how many took part, counted no further than to one more than {@link PollRepository#PARTICIPANTS}
 * @param answered whether the reader took part, or her municipality where each answers once
 */
public record PollRow(long id, String title, String intro, String municipality, FederalState state, int population, Instant listedAt,
                      boolean published, Instant deadline, Instant closedAt, boolean anonymous, AnsweredBy answeredBy, int participants, boolean answered) {

    /** @return whether answers are taken at that moment */
    public boolean isOpen(Instant now) {
        return published && closedAt == null && now.isBefore(deadline);
    }

    /** @return behind which the next page begins */
    public ListKey key() {
        return new ListKey(listedAt, id);
    }
}

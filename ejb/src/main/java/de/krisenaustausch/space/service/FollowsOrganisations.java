package de.krisenaustausch.space.service;

import de.krisenaustausch.municipality.service.OrganisationRenamed;
import de.krisenaustausch.municipality.service.OrganisationsMerged;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Contributions go over to the successor of their municipality, in the transaction that merges it; the search follows, also when
 * only a name or a size class changed. Each kind says which are a municipality's, and how they move; as a bean it inherits the observers.
 */
public abstract class FollowsOrganisations {

    @Inject
    private Events events;

    /** @return ids of the municipality's contributions, as far as the search may know them */
    protected abstract List<Long> ofMunicipality(long id);

    /** All that was one municipality's is another's from now on. */
    protected abstract void move(long from, long to);

    protected void merged(@Observes OrganisationsMerged event) {
        List<Long> moved = ofMunicipality(event.from());
        move(event.from(), event.to());
        moved.forEach(this::tell);
    }

    protected void renamed(@Observes OrganisationRenamed event) {
        ofMunicipality(event.id()).forEach(this::tell);
    }

    private void tell(long id) {
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }
}

package de.krisenaustausch.link.service;

import de.krisenaustausch.link.LinkRepository;
import de.krisenaustausch.municipality.service.OrganisationRenamed;
import de.krisenaustausch.municipality.service.OrganisationsMerged;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Links go over to the successor of their municipality, in the transaction that merges it; the search follows. */
@Dependent
public class FollowOrganisations {

    @Inject
    private LinkRepository links;

    @Inject
    private Events events;

    void merged(@Observes OrganisationsMerged event) {
        List<Long> moved = links.idsOfMunicipality(event.from());
        links.moveAll(event.from(), event.to());
        moved.forEach(this::tell);
    }

    void renamed(@Observes OrganisationRenamed event) {
        links.idsOfMunicipality(event.id()).forEach(this::tell);
    }

    private void tell(long id) {
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }
}

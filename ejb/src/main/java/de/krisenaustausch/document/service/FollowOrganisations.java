package de.krisenaustausch.document.service;

import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.municipality.service.OrganisationRenamed;
import de.krisenaustausch.municipality.service.OrganisationsMerged;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.space.service.ContributionChanged;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Documents go over to the successor of their municipality, in the transaction that merges it; the search follows, also
 * when only a name or a size class changed.
 */
@Dependent
public class FollowOrganisations {

    @Inject
    private DocumentRepository documents;

    @Inject
    private Events events;

    void merged(@Observes OrganisationsMerged event) {
        List<Long> moved = documents.idsOfMunicipality(event.from());
        documents.moveAll(event.from(), event.to());
        moved.forEach(this::tell);
    }

    void renamed(@Observes OrganisationRenamed event) {
        documents.idsOfMunicipality(event.id()).forEach(this::tell);
    }

    private void tell(long id) {
        events.publish(Queues.INDEX, new ContributionChanged(id));
    }
}

package de.krisenaustausch.document.service;

import de.krisenaustausch.document.DocumentRepository;
import de.krisenaustausch.space.service.FollowsOrganisations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Documents go over to the successor of their municipality; their versions still say who brought them in. */
@Dependent
public class FollowOrganisations extends FollowsOrganisations {

    @Inject
    private DocumentRepository documents;

    @Override
    protected List<Long> ofMunicipality(long id) {
        return documents.idsOfMunicipality(id);
    }

    @Override
    protected void move(long from, long to) {
        documents.moveAll(from, to);
    }
}

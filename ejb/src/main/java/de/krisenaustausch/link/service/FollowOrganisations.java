package de.krisenaustausch.link.service;

import de.krisenaustausch.link.LinkRepository;
import de.krisenaustausch.space.service.FollowsOrganisations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Links go over to the successor of their municipality. */
@Dependent
public class FollowOrganisations extends FollowsOrganisations {

    @Inject
    private LinkRepository links;

    @Override
    protected List<Long> ofMunicipality(long id) {
        return links.idsOfMunicipality(id);
    }

    @Override
    protected void move(long from, long to) {
        links.moveAll(from, to);
    }
}

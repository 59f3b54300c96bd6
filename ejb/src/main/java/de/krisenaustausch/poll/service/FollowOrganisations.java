package de.krisenaustausch.poll.service;

import de.krisenaustausch.poll.PollRepository;
import de.krisenaustausch.space.service.FollowsOrganisations;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Polls and named answers go over to the successor of their municipality. */
@Dependent
public class FollowOrganisations extends FollowsOrganisations {

    @Inject
    private PollRepository polls;

    @Override
    protected List<Long> ofMunicipality(long id) {
        return polls.idsOfMunicipality(id);
    }

    @Override
    protected void move(long from, long to) {
        polls.moveAll(from, to);
    }
}

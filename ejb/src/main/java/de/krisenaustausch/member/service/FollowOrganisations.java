package de.krisenaustausch.member.service;

import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.municipality.service.OrganisationsMerged;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** People go over to the successor of their municipality, in the transaction that merges it. */
@Dependent
public class FollowOrganisations {

    @Inject
    private MemberRepository members;

    void merged(@Observes OrganisationsMerged event) {
        members.moveAll(event.from(), event.to());
    }
}

package de.krisenaustausch.registration.service;

import de.krisenaustausch.municipality.service.DirectoryService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Asks the directory whose mail domain it is. */
@Dependent
class KnownDomains {

    @Inject
    private DirectoryService directory;

    /** @return whether the directory knows the domain, or one that it lies in, as that municipality's */
    boolean isOf(long municipalityId, String domain) {
        return directory.findByDomain(domain).filter(place -> place.id() == municipalityId).isPresent();
    }
}

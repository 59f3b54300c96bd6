package de.krisenaustausch.registration.service;

import jakarta.enterprise.context.Dependent;

/** Asks the directory whose mail domain it is. */
@Dependent
class KnownDomains {

    /** @return whether the directory knows the domain, or one that it lies in, as that municipality's */
    boolean isOf(long municipalityId, String domain) {
        return false;
    }
}

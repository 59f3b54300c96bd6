package de.krisenaustausch.registration.service;

import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.Uncertainty;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides what becomes of a request: in at once where the directory knows her mail domain as her municipality's and the
 * administrators said that this is enough; otherwise a person looks. An unknown domain is never an error: real town halls
 * have domains that no list knows.
 */
@Dependent
class Admission {

    @Inject
    private AdmissionRepository rules;

    @Inject
    private KnownDomains domains;

    @Inject
    private Clock clock;

    /** What became of it. */
    enum Decision { ADMITTED, REVIEW, INCOMPLETE }

    /** Moves the request on. @param doubts what was uncertain when it was read; the domain's part is added here */
    Decision decide(AccessRequest request, Set<Uncertainty> doubts) {
        Instant now = clock.instant();
        if (!request.getMissing().isEmpty()) {
            request.doubt(doubts);
            request.askBack(null, now);
            return Decision.INCOMPLETE;
        }
        EnumSet<Uncertainty> all = EnumSet.noneOf(Uncertainty.class);
        all.addAll(doubts);
        if (request.getMunicipality() == null) {
            all.add(Uncertainty.MUNICIPALITY);
        }
        if (FreeMail.isOne(domain(request))) {
            all.add(Uncertainty.FREE_MAIL);
        }
        request.doubt(all);
        weighDomain(request);
        if (request.getUncertain().isEmpty() && rules.isAtOnce(request.getMunicipality().getId())) {
            request.approve(null, null, now);
            return Decision.ADMITTED;
        }
        request.await(now);
        return Decision.REVIEW;
    }

    /** Marks whether the directory knows her mail domain as that of her municipality, as it is now. */
    void weighDomain(AccessRequest request) {
        if (request.getMunicipality() == null) {
            return;
        }
        Set<Uncertainty> doubts = request.getUncertain();
        if (domains.isOf(request.getMunicipality().getId(), domain(request))) {
            doubts.remove(Uncertainty.DOMAIN);
        } else {
            doubts.add(Uncertainty.DOMAIN);
        }
        request.doubt(doubts);
    }

    private static String domain(AccessRequest request) {
        return new EmailAddress(request.getEmail()).domain();
    }
}

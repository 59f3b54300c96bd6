package de.krisenaustausch.registration.service;

import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.RequestRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** What the navigation of every page says of waiting requests: asked of the database twice a minute and not for every page. */
@ApplicationScoped
class WaitingMark {

    private static final Duration LIFE = Duration.ofSeconds(30);

    @Inject
    private RequestRepository requests;

    @Inject
    private AdmissionRepository admission;

    @Inject
    private Clock clock;

    private volatile State state;

    /** @param delegates subjects of those who decide beside the administrators */
    record State(long waiting, Set<String> delegates, Instant until) {
    }

    State get() {
        State known = state;
        Instant now = clock.instant();
        if (known == null || known.until().isBefore(now)) {
            known = new State(requests.count(AccessRequest.State.WAITING),
                admission.delegates().stream().map(delegate -> delegate.getMember().getSubject()).collect(Collectors.toUnmodifiableSet()), now.plus(LIFE));
            state = known;
        }
        return known;
    }

    /** Something was decided: the next page asks again. */
    void forget() {
        state = null;
    }
}

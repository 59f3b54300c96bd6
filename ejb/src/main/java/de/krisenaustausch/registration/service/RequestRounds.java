package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.ApprovalDelegate;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.EmailAddress;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What happens to requests by itself. Called by a timer, which is nobody. */
@Stateless
@PermitAll
public class RequestRounds {

    /** Whoever waits for the person herself for so long is not coming any more. */
    private static final Duration PATIENCE = Duration.ofDays(30);
    private static final Duration MEMORY = Duration.ofDays(90);
    private static final int AT_ONCE = 1000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    private RequestRepository requests;

    @Inject
    private AdmissionRepository admission;

    @Inject
    private Links links;

    @Inject
    private Letters letters;

    @Inject
    private Clock clock;

    /** Writes to all who decide, once a day while any of theirs waits. */
    public void remind() {
        List<AccessRequest> waiting = requests.list(AccessRequest.State.WAITING, Instant.EPOCH, 0, AT_ONCE);
        admission.administrators().forEach(administrator -> remind(administrator, waiting));
        Map<Member, List<ApprovalDelegate>> delegates = admission.delegates().stream().collect(Collectors.groupingBy(ApprovalDelegate::getMember));
        delegates.forEach((member, hers) -> remind(member,
            waiting.stream().filter(request -> hers.stream().anyMatch(each -> Competence.covers(each, request))).toList()));
    }

    private void remind(Member member, List<AccessRequest> waiting) {
        if (!waiting.isEmpty() && !member.isBlocked()) {
            letters.waiting(new EmailAddress(member.getEmail()), member.getName(), "Waiting:" + member.getId() + ":" + LocalDate.now(clock.withZone(BERLIN)),
                waiting.size(), Duration.between(waiting.get(0).getReceivedAt(), clock.instant()).toDays());
        }
    }

    /** Ends what nobody went on with for a month, and deletes after a quarter what led to nothing: these people are not ours. */
    public void expire() {
        Instant now = clock.instant();
        requests.idle(now.minus(PATIENCE), AT_ONCE).forEach(request -> {
            request.expire(now);
            links.revoke(request);
        });
        requests.forget(now.minus(MEMORY));
    }
}

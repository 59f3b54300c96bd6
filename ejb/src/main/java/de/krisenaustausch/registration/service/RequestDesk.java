package de.krisenaustausch.registration.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.Applicant;
import de.krisenaustausch.registration.PersonalLink;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.registration.RequestRepository.Likeness;
import de.krisenaustausch.registration.Uncertainty;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.space.Space;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The back office of requests for access: what waits, and what is decided, by administrators and those to whom they delegated it. */
@Stateless
@RolesAllowed({"member", "admin"})
public class RequestDesk {

    public static final int PAGE = 50;
    private static final int LOOKED_THROUGH = 500;

    @Resource
    private SessionContext session;

    @Inject
    private WaitingMark waitingMark;

    @Inject
    private RequestRepository requests;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private Competence competence;

    @Inject
    private Admission admission;

    @Inject
    private Links links;

    @Inject
    private Letters letters;

    @Inject
    private AuditLog audit;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    /** A request as the list shows it. @param alike who might be the same person */
    public record RequestRow(long id, int version, AccessRequest.Source source, AccessRequest.State state, String email, String givenName, String familyName,
                      String organisation, Long municipalityId, String municipality, String county, FederalState federalState, String office, String function, String message,
                      List<String> spaces, Set<Uncertainty> uncertain, Instant receivedAt, Instant changedAt, String reason, List<Likeness> alike) {

        /** @return first and family name as far as known; "" when neither is */
        public String name() {
            return ((givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName)).strip();
        }

        /** @return whether somebody still has to decide on it */
        public boolean undecided() {
            return state == AccessRequest.State.WAITING || state == AccessRequest.State.INCOMPLETE;
        }
    }

    /** What a person decides. */
    public enum Verdict { APPROVE, DECLINE, ASK }

    /** What the navigation offers. @param waiting how many wait; 0 where the reader decides on some only */
    public record Mark(boolean offered, long waiting) {
    }

    /** @return what the navigation of any page says; up to half a minute old */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Mark mark() {
        WaitingMark.State state = waitingMark.get();
        boolean administrator = session.isCallerInRole("admin");
        return new Mark(administrator || state.delegates().contains(session.getCallerPrincipal().getName()), administrator ? state.waiting() : 0);
    }

    /** @return how many wait, for the mark in the navigation; for delegates only theirs */
    public long waiting() {
        return competence.isAll() ? requests.count(AccessRequest.State.WAITING)
            : competence.isAny() ? requests.list(AccessRequest.State.WAITING, Instant.EPOCH, 0, 1000).stream().filter(competence::covers).count() : 0;
    }

    /**
     * @param afterReceived where to go on, with {@code afterId}; the epoch and 0 for the first page
     * @return requests in that state, the oldest first, {@link #PAGE} at most; for delegates those that are theirs
     * @throws NotAllowedException when the reader decides on none
     */
    public List<RequestRow> list(AccessRequest.State state, Instant afterReceived, long afterId) {
        competence.require();
        List<AccessRequest> page = competence.isAll() ? requests.list(state, afterReceived, afterId, PAGE) : theirs(state, afterReceived, afterId);
        Map<Long, List<Likeness>> alike = requests.alike(page.stream().map(AccessRequest::getId).toList());
        return page.stream().map(request -> row(request, alike.getOrDefault(request.getId(), List.of()))).toList();
    }

    /** What is a delegate's to decide depends on the space too, so the rows are looked through, many at a time. */
    private List<AccessRequest> theirs(AccessRequest.State state, Instant afterReceived, long afterId) {
        List<AccessRequest> found = new ArrayList<>();
        Instant received = afterReceived;
        long id = afterId;
        for (List<AccessRequest> some = requests.list(state, received, id, LOOKED_THROUGH); !some.isEmpty() && found.size() < PAGE;
                some = some.size() < LOOKED_THROUGH ? List.of() : requests.list(state, received, id, LOOKED_THROUGH)) {
            some.stream().filter(competence::covers).limit(PAGE - found.size()).forEach(found::add);
            AccessRequest last = some.get(some.size() - 1);
            received = last.getReceivedAt();
            id = last.getId();
        }
        return found;
    }

    /**
     * @throws NotAllowedException when the reader decides on none
     * @throws NotFoundException when there is none, or it is not hers to decide
     */
    public RequestRow get(long id) {
        competence.require();
        AccessRequest request = requests.find(id).filter(competence::covers).orElseThrow(NotFoundException::new);
        return row(request, requests.alike(List.of(id)).getOrDefault(id, List.of()));
    }

    /** One of many. @param version with which it was seen */
    public record Choice(long id, int version) {
    }

    /**
     * Decides on one or many, each with its mail; all or none.
     *
     * @param words what she is told beside: the reason, or the question; a question must have some
     * @return how many were decided on; those that somebody else decided on meanwhile the same way are left as they are
     * @throws ChangedMeanwhileException when one changed since it was seen
     */
    public int decide(List<Choice> chosen, Verdict verdict, String words) {
        competence.require();
        String said = said(verdict, words);
        if (chosen.isEmpty()) {
            throw new BusinessException("access.noneChosen");
        }
        List<AccessRequest> found = new ArrayList<>(requests.find(chosen.stream().map(Choice::id).toList()));
        if (found.stream().anyMatch(request -> !competence.covers(request))) {
            throw new NotFoundException();
        }
        int decided = 0;
        for (AccessRequest request : found) {
            boolean seen = chosen.stream().anyMatch(choice -> choice.id() == request.getId() && choice.version() == request.getVersion());
            if (isDone(request, verdict)) {
                continue;
            }
            if (!seen) {
                throw new ChangedMeanwhileException();
            }
            decide(request, verdict, said);
            decided++;
        }
        waitingMark.forget();
        return decided;
    }

    private void decide(AccessRequest request, Verdict verdict, String said) {
        Member by = current.member();
        Instant now = clock.instant();
        switch (verdict) {
            case APPROVE -> {
                request.approve(by, said, now);
                letters.approve(request, links.issue(request, PersonalLink.Purpose.ENTER), said);
            }
            case DECLINE -> {
                request.decline(by, said, now);
                links.revoke(request);
                letters.decline(request, said, "Decline:" + request.getId() + ":" + now.toEpochMilli());
            }
            case ASK -> {
                request.askBack(said, now);
                letters.question(request, said, "Question:" + request.getId() + ":" + now.toEpochMilli(), links.issue(request, PersonalLink.Purpose.CONFIRM));
            }
            default -> throw new IllegalArgumentException(verdict.name());
        }
        audit.record("access" + verdict.name().charAt(0) + verdict.name().substring(1).toLowerCase(java.util.Locale.ROOT), request.getEmail(), said);
    }

    /** A second click, or a colleague's, finds it done. */
    private static boolean isDone(AccessRequest request, Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> request.getState() == AccessRequest.State.APPROVED || request.getState() == AccessRequest.State.DONE;
            case DECLINE -> request.getState() == AccessRequest.State.DECLINED;
            case ASK -> false;
        };
    }

    /**
     * Who she is and where she works, as a person found it.
     *
     * @param municipalityId null when the directory does not have where she works
     * @param organisation what she calls it then
     */
    public record Correction(String givenName, String familyName, Long municipalityId, String organisation, String office, String function) {
    }

    /**
     * Puts right what was recognised, and decides in the same breath where the reader wants to. Who corrects the municipality to one that
     * is others' hands the request on to them, and decides on it no more.
     *
     * @param verdict what she decides; null when she only corrects
     * @param words what the newcomer is told beside; a question must have some
     * @return whether the request is still the reader's to decide
     * @throws ChangedMeanwhileException when the request changed since it was seen
     * @throws BusinessException when a text is missing or too long, it is decided, or others decide on it then
     */
    public boolean correct(Choice choice, Correction right, Verdict verdict, String words) {
        competence.require();
        AccessRequest request = requests.find(choice.id()).filter(competence::covers).orElseThrow(NotFoundException::new);
        if (request.getVersion() != choice.version()) {
            throw new ChangedMeanwhileException();
        }
        Municipality municipality = right.municipalityId() == null ? null : municipalities.find(right.municipalityId()).filter(found -> !found.isGone())
            .orElseThrow(() -> new BusinessException("error.required", "field.municipality"));
        String before = described(request);
        request.correct(new Applicant(right.givenName(), right.familyName(), right.organisation(), municipality, right.office(), right.function(), null, null),
            clock.instant());
        admission.weighDomain(request);
        if (verdict == null || !before.equals(described(request))) {
            audit.record("accessCorrect", request.getEmail(), before + " → " + described(request));
        }
        boolean hers = competence.covers(request);
        if (verdict != null) {
            if (!hers) {
                throw new BusinessException("access.othersDecide");
            }
            decide(request, verdict, said(verdict, words));
        }
        waitingMark.forget();
        return hers;
    }

    private static String described(AccessRequest request) {
        Municipality municipality = request.getMunicipality();
        return String.join(", ", request.getName().isEmpty() ? "–" : request.getName(),
            municipality == null ? Objects.toString(request.getOrganisation(), "–") : municipality.place().label(),
            Objects.toString(request.getOffice(), "–"), Objects.toString(request.getFunction(), "–"));
    }

    private static String said(Verdict verdict, String words) {
        String said = Text.optional(words, AccessRequest.REASON_LENGTH, "field.message");
        if (verdict == Verdict.ASK && said == null) {
            throw new BusinessException("error.required", "field.message");
        }
        return said;
    }

    /** Takes an approval back, with its link, as long as she is not in. */
    public void revoke(long id) {
        AccessRequest request = requests.find(id).filter(competence::covers).orElseThrow(NotFoundException::new);
        request.revoke(current.member(), null, clock.instant());
        links.revoke(request);
        audit.record("accessRevoke", request.getEmail(), null);
    }

    /** Sends the personal link once more; the one before is over. */
    public void resend(long id) {
        AccessRequest request = requests.find(id).filter(competence::covers).orElseThrow(NotFoundException::new);
        if (request.getState() != AccessRequest.State.APPROVED) {
            throw new BusinessException("access.decided");
        }
        letters.enter(request, links.issue(request, PersonalLink.Purpose.ENTER), null);
        audit.record("accessResend", request.getEmail(), null);
    }

    private static RequestRow row(AccessRequest request, List<Likeness> alike) {
        Municipality municipality = request.getMunicipality();
        return new RequestRow(request.getId(), request.getVersion(), request.getSource(), request.getState(), request.getEmail(), request.getGivenName(),
            request.getFamilyName(), request.getOrganisation(), municipality == null ? null : municipality.getId(), municipality == null ? null : municipality.getName(),
            municipality == null ? null : municipality.getCounty(), municipality == null ? null : municipality.getState(), request.getOffice(),
            request.getFunction(), request.getMessage(), request.getSpaces().stream().sorted(Comparator.comparing(Space::getName)).map(Space::getName).toList(),
            request.getUncertain(), request.getReceivedAt(), request.getChangedAt(), request.getReason(), alike);
    }
}

package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.NameRule;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.platform.messaging.Events;
import de.krisenaustausch.platform.messaging.Queues;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.Applicant;
import de.krisenaustausch.registration.PersonalLink;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Visibility;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registering by form. Whatever address is typed, the page does the same, and only puts it on a queue; what the letter
 * says tells people apart, and only its owner reads that.
 */
@Stateless
@PermitAll
public class RegistrationService {

    @Inject
    private RequestRepository requests;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private Admission admission;

    @Inject
    private Links links;

    @Inject
    private Letters letters;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Where a request stands, for its page. */
    public enum Stage { FORM, REVIEW, APPROVED, DONE, OVER, UNKNOWN }

    /** What the form sends; {@code mark} tells this form from any other. @param spaces slugs */
    public record Form(String givenName, String familyName, Long municipalityId, String organisation, String office, String function,
                       List<String> spaces, String message, boolean consent, String mark) {
    }

    /**
     * What the link in the first mail leads to.
     *
     * @param known what is known so far
     */
    public record Opened(Stage stage, String email, Form known) {
    }

    /** What the form led to. @param token of the personal link when she may come in at once, else null */
    public record Completed(Stage stage, String token) {
    }

    /** Somebody typed her address: she gets a mail that leads on, whoever she is. */
    public void begin(EmailAddress email, String language) {
        events.publish(Queues.REGISTRATION, new AddressGiven(email.value(), language, false));
    }

    /** She wants her link again: she gets it, or a mail that says what stands in its way. */
    public void resend(EmailAddress email, String language) {
        events.publish(Queues.REGISTRATION, new AddressGiven(email.value(), language, true));
    }

    /** @return what the link in the first mail leads to; looking changes nothing */
    public Opened open(String token) {
        Optional<PersonalLink> link = links.find(token, PersonalLink.Purpose.CONFIRM);
        if (link.isEmpty()) {
            return new Opened(Stage.UNKNOWN, null, null);
        }
        AccessRequest request = link.get().getRequest();
        return switch (link.get().state(clock.instant())) {
            case VALID -> new Opened(stage(request), request.getEmail(), form(request));
            case USED -> new Opened(stage(request) == Stage.FORM ? Stage.OVER : stage(request), request.getEmail(), null);
            case REVOKED, EXPIRED -> new Opened(Stage.OVER, null, null);
        };
    }

    /**
     * Takes the form of whoever holds the link. The same form sent twice leads to where it led before.
     *
     * @throws NotFoundException when the link is none of ours
     * @throws BusinessException when something is missing or too long, or there is no consent; the link stays good then
     */
    public Completed complete(String token, Form form) {
        PersonalLink link = links.take(token, PersonalLink.Purpose.CONFIRM).orElseThrow(NotFoundException::new);
        AccessRequest request = link.getRequest();
        Instant now = clock.instant();
        boolean first = link.state(now) == PersonalLink.State.VALID;
        if (!link.use(Links.hash(Text.required(form.mark(), 100, "field.mark")), now)) {
            return new Completed(Stage.OVER, null);
        }
        if (!first || stage(request) != Stage.FORM && request.getState() != AccessRequest.State.WAITING) {
            return new Completed(stage(request), null);
        }
        request.tell(applicant(form), now);
        if (!form.consent()) {
            throw new BusinessException("access.consent");
        }
        request.agree(Consent.VERSION, now);
        return switch (admission.decide(request, Set.of())) {
            case ADMITTED -> new Completed(Stage.APPROVED, links.issue(request, PersonalLink.Purpose.ENTER).token());
            case REVIEW -> {
                letters.review(request, "Review:" + link.getId(), null);
                yield new Completed(Stage.REVIEW, null);
            }
            case INCOMPLETE -> throw new BusinessException("error.required", "field.municipality");
        };
    }

    private Applicant applicant(Form form) {
        Municipality municipality = form.municipalityId() == null ? null
            : municipalities.find(form.municipalityId()).orElseThrow(() -> new BusinessException("error.required", "field.municipality"));
        String place = Text.optional(form.organisation(), AccessRequest.ORGANISATION_LENGTH, "field.municipality");
        if (municipality == null && place == null) {
            throw new BusinessException("error.required", "field.municipality");
        }
        Set<Space> wanted = form.spaces().stream().map(spaces::find).flatMap(Optional::stream)
            .filter(space -> space.getVisibility() != Visibility.INVITED).collect(Collectors.toSet());
        return new Applicant(NameRule.required(form.givenName(), "field.givenName"),
            NameRule.required(form.familyName(), "field.familyName"), municipality == null ? place : municipality.getName(), municipality,
            Text.required(form.office(), Member.OFFICE_LENGTH, "field.office"), form.function(), wanted, form.message());
    }

    private static Form form(AccessRequest request) {
        Municipality municipality = request.getMunicipality();
        return new Form(request.getGivenName(), request.getFamilyName(), municipality == null ? null : municipality.getId(), request.getOrganisation(),
            request.getOffice(), request.getFunction(), request.getSpaces().stream().map(Space::getSlug).sorted().toList(), request.getMessage(), false, Links.mark());
    }

    private static Stage stage(AccessRequest request) {
        return switch (request.getState()) {
            case UNCONFIRMED, INCOMPLETE -> Stage.FORM;
            case WAITING -> Stage.REVIEW;
            case APPROVED -> Stage.APPROVED;
            case DONE -> Stage.DONE;
            case DECLINED, EXPIRED, REVOKED -> Stage.OVER;
        };
    }
}

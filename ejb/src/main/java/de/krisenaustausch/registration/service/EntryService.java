package de.krisenaustausch.registration.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.member.NameRule;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.platform.identity.Credential;
import de.krisenaustausch.platform.identity.NewAccount;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.Invitation;
import de.krisenaustausch.registration.PersonalLink;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.MembershipRepository;
import de.krisenaustausch.space.Space;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Coming in by a personal link: looking at it changes nothing, one form uses it up, and then there is an account. */
@Stateless
@PermitAll
public class EntryService {

    private static final Duration TICKET = Duration.ofMinutes(5);

    @Inject
    private RequestRepository requests;

    @Inject
    private AdmissionRepository admission;

    @Inject
    private MemberRepository members;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private Accounts accounts;

    @Inject
    private Links links;

    @Inject
    private Clock clock;

    /** How it is with a link; UNKNOWN: it is none of ours. */
    public enum LinkState { VALID, USED, REVOKED, EXPIRED, UNKNOWN }

    /**
     * What the page of a link shows. Only a valid one says whose it is.
     *
     * @param givenName first name; null when she is to tell it now, as an invited one is
     * @param mark tells this form from any other
     */
    public record Entry(LinkState state, String email, String givenName, String familyName, String municipality, String office, List<String> spaces, String mark) {
    }

    public Entry look(String token) {
        Optional<PersonalLink> found = links.find(token, PersonalLink.Purpose.ENTER);
        LinkState state = found.map(link -> LinkState.valueOf(link.state(clock.instant()).name())).orElse(LinkState.UNKNOWN);
        if (state != LinkState.VALID) {
            return new Entry(state, null, null, null, null, null, List.of(), null);
        }
        AccessRequest request = found.get().getRequest();
        Municipality municipality = request.getMunicipality();
        return new Entry(state, request.getEmail(), request.getGivenName(), request.getFamilyName(),
            municipality == null ? request.getOrganisation() : municipality.getName(), request.getOffice(),
            request.getSpaces().stream().map(Space::getName).sorted().toList(), Links.mark());
    }

    /**
     * What the page sends.
     *
     * @param givenName as she typed it, where it was unknown; null otherwise
     * @param mark the one that the page was shown with
     * @param credential how she wants to sign in from now on
     */
    public record Choice(String givenName, String familyName, String mark, Credential credential) {
    }

    /**
     * Lets her in: opens the account, makes her a member, joins the spaces. The same form sent twice leads the same way again.
     *
     * @return the portal's address that leads through Keycloak, where she chooses her credential, and back; empty when the link is used up
     * @throws NotFoundException when the link is none of ours
     * @throws NotAllowedException when she was blocked meanwhile
     * @throws BusinessException when a name is missing
     */
    public Optional<String> enter(String token, Choice choice) {
        PersonalLink link = links.take(token, PersonalLink.Purpose.ENTER).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (!link.use(Links.hash(Text.required(choice.mark(), 100, "field.mark")), now)) {
            return Optional.empty();
        }
        AccessRequest request = link.getRequest();
        String given = request.getGivenName() == null ? NameRule.required(choice.givenName(), "field.givenName") : request.getGivenName();
        String family = request.getFamilyName() == null ? NameRule.required(choice.familyName(), "field.familyName") : request.getFamilyName();
        String subject = accounts.open(new NewAccount(request.getEmail(), given, family, request.getLanguage()));
        Member member = member(subject, request, given, family, now);
        joinSpaces(request, member, now);
        request.finish(now);
        String onward = onward(request);
        return Optional.of(Accounts.wayIn(accounts.ticket(subject, Set.of(choice.credential()), TICKET), onward));
    }

    private Member member(String subject, AccessRequest request, String given, String family, Instant now) {
        EmailAddress email = new EmailAddress(request.getEmail());
        Member member = members.findBySubject(subject).orElseGet(() -> {
            Member fresh = new Member(subject, email, now);
            members.add(fresh);
            return fresh;
        });
        if (member.isBlocked()) {
            throw new NotAllowedException();
        }
        if (!member.isComplete()) {
            member.refresh(given, family, email);
            if (request.getMunicipality() != null && request.getOffice() != null) {
                member.introduce(given, family, request.getMunicipality(), request.getOffice());
                member.serve(request.getFunction());
            }
        }
        return member;
    }

    /** Into the open spaces at once, also where she was invited by somebody who may; elsewhere her request to join is put to the moderators. */
    private void joinSpaces(AccessRequest request, Member member, Instant now) {
        Set<Space> invited = admission.invitations(request.getId()).stream().map(Invitation::getSpace).collect(Collectors.toSet());
        for (Space space : request.getSpaces()) {
            Optional<Membership> there = memberships.find(space.getId(), member.getId());
            if (there.isEmpty()) {
                Membership membership = invited.contains(space) ? Membership.invite(space, member, now) : Membership.join(space, member, now);
                if (invited.contains(space)) {
                    membership.activate(now);
                }
                memberships.add(membership);
            } else if (invited.contains(space)) {
                there.get().activate(now);
            }
        }
    }

    private static String onward(AccessRequest request) {
        Optional<Space> first = request.getSpaces().stream().min(Comparator.comparing(Space::getName));
        return "/willkommen" + first.map(space -> "?bereich=" + space.getSlug()).orElse("");
    }
}

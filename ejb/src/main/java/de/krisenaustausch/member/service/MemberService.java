package de.krisenaustausch.member.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The profile: made at the first sign-in, completed by the person herself. */
@Stateless
@RolesAllowed({"member", "admin"})
public class MemberService {

    @Resource
    private SessionContext session;

    @Inject
    private MemberRepository members;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private CurrentReader current;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /**
     * What the profile page shows and sends back.
     *
     * @param function what she does in her Dienststelle; null when she does not say
     * @param directory the association's directory that keeps name and address; null when none does
     * @param organisation what it calls the place where she works; null when it does not say
     * @param placed whether it also keeps municipality and Dienststelle
     */
    public record Profile(String givenName, String familyName, String email, Long municipalityId, String municipality, String office, String function, boolean complete,
                          String directory, String organisation, boolean placed) {
    }

    /**
     * Notes a sign-in: creates the member at the first; keeps name, address, and what an association says of her in step at the others.
     * A few attempts at the same moment make one member.
     */
    public void signIn(Identity identity) {
        if (!identity.subject().equals(session.getCallerPrincipal().getName())) {
            throw new NotAllowedException();
        }
        EmailAddress email = new EmailAddress(identity.email());
        Member member = members.findBySubject(identity.subject()).orElseGet(() -> {
            Member created = new Member(identity.subject(), email, clock.instant());
            members.add(created);
            return created;
        });
        member.refresh(identity.givenName(), identity.familyName(), email);
        member.follow(identity.directory(), identity.organisation(), home(identity.organisation()), identity.office());
        member.belongTo(municipalities.associations(identity.associations()));
        if (!member.isBlocked()) {
            member.administrate(session.isCallerInRole("admin"));
            member.signedIn(clock.instant());
        }
        current.forget();
    }

    /** @return the only municipality of that name; null when there is none, or more than one */
    private Municipality home(String organisation) {
        List<Municipality> found = organisation == null ? List.of() : municipalities.namesakes(organisation.strip());
        return found.size() == 1 ? found.get(0) : null;
    }

    /**
     * @return the caller; empty when nobody is signed in, or she has no profile yet
     * @throws NotAllowedException when she is blocked
     * @see CurrentReader
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Reader> reader() {
        return members.findBySubject(session.getCallerPrincipal().getName()).map(this::reader);
    }

    private Reader reader(Member member) {
        if (member.isBlocked()) {
            throw new NotAllowedException();
        }
        Municipality home = member.getMunicipality();
        return new Reader(member.getId(), member.getName(), session.isCallerInRole("admin"), member.isComplete(),
            home == null ? null : home.getId(), home == null ? null : home.getName(), home == null ? null : home.getKind(),
            home == null ? null : home.getSizeClass(), home == null ? null : home.getState());
    }

    /** @throws NotFoundException when there is none */
    @PermitAll
    public Member member(long id) {
        return members.find(id).orElseThrow(NotFoundException::new);
    }

    public Profile profile() {
        Member member = current.member();
        Municipality home = member.getMunicipality();
        return new Profile(member.getGivenName(), member.getFamilyName(), member.getEmail(),
            home == null ? null : home.getId(), home == null ? null : home.getName(), member.getOffice(), member.getFunction(), member.isComplete(),
            member.getDirectory(), member.getOrganisation(), member.isPlaced());
    }

    /**
     * @param municipality its id, as chosen from the suggestions; null when none was
     * @param function what she does there; null when she does not say
     * @throws BusinessException when a text is missing or too long, there is no such municipality, or her name can't be changed now since
     *     Keycloak is away: nothing is changed then
     */
    public void introduce(String givenName, String familyName, Long municipality, String office, String function) {
        Municipality home = municipality == null ? null
            : municipalities.find(municipality).filter(found -> !found.isGone()).orElseThrow(() -> new BusinessException("error.required", "field.municipality"));
        introduce(givenName, familyName, home, office, function);
    }

    /**
     * @param municipality its name, as chosen from the suggestions
     * @param function what she does there; "" when she says it no more, null when it stays as it is
     * @throws BusinessException as above, or when no municipality has this name
     */
    public void introduce(String givenName, String familyName, String municipality, String office, String function) {
        Municipality home = municipality == null || municipality.isBlank() ? null
            : municipalities.findByName(municipality.strip()).orElseThrow(() -> new BusinessException("error.unknownMunicipality", municipality));
        introduce(givenName, familyName, home, office, function == null ? current.member().getFunction() : function);
    }

    private void introduce(String givenName, String familyName, Municipality home, String office, String function) {
        Member member = current.member();
        String before = member.getName();
        member.introduce(givenName, familyName, home, office);
        member.serve(function);
        current.forget();
        if (!before.equals(member.getName())) {
            // her next sign-in takes over the name that Keycloak has: without this it would undo what she typed
            Accounts.require(() -> accounts.rename(member.getSubject(), member.getGivenName(), member.getFamilyName()), "profile.nameAway");
        }
    }
}

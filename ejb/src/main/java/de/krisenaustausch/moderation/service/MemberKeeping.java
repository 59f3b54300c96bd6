package de.krisenaustausch.moderation.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.MembershipRepository;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What administrators change about members; all of it goes to the audit log. Who is blocked is out at her next request, since every
 * request reads her row; Keycloak is told besides, so that she can't sign in elsewhere either.
 */
@Stateless
@RolesAllowed("admin")
public class MemberKeeping {

    @Resource
    private SessionContext session;

    @Inject
    private MemberRepository members;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** What the form sends. @param version with which she was seen */
    public record MemberDraft(String givenName, String familyName, String office, String function, int version) {
    }

    /**
     * Puts right who she is, here and at Keycloak; what a directory keeps stays.
     *
     * @throws ChangedMeanwhileException when she was changed since she was seen
     * @throws BusinessException when a name is missing, or Keycloak is away
     */
    public void edit(long id, MemberDraft draft) {
        Member member = one(id);
        if (member.getVersion() != draft.version()) {
            throw new ChangedMeanwhileException();
        }
        String before = described(member);
        String name = member.getName();
        member.correct(draft.givenName(), draft.familyName(), draft.office(), draft.function());
        audit.record("memberEdit", about(member), before + " → " + described(member));
        if (!name.equals(member.getName())) {
            Closing.require(() -> accounts.rename(member.getSubject(), member.getGivenName(), member.getFamilyName()));
        }
    }

    /** She works for another municipality from now on. @throws BusinessException when there is none of that id, or a directory says where she works */
    public void move(long id, Long municipalityId) {
        Municipality to = municipalityId == null ? null : municipalities.find(municipalityId).filter(found -> !found.isGone()).orElse(null);
        if (to == null) {
            throw new BusinessException("error.required", "field.municipality");
        }
        Member member = one(id);
        Municipality from = member.getMunicipality();
        if (Objects.equals(from, to)) {
            throw new BusinessException("member.sameMunicipality");
        }
        member.move(to);
        audit.record("memberMove", about(member), (from == null ? "–" : from.place().label()) + " → " + to.place().label());
    }

    /**
     * Shuts people out; again: tells Keycloak once more.
     *
     * @return false when Keycloak could not be told; they are out here all the same
     * @throws BusinessException when the caller is among them, or no administrator would be left
     */
    public boolean block(Collection<Long> ids, String reason) {
        List<Member> administrators = members.lockAdministrators();
        List<Member> people = all(ids);
        Lockout.forbid(people, administrators, session.getCallerPrincipal().getName());
        people.stream().filter(member -> member.getMergedInto() == null).forEach(member -> {
            member.block(reason);
            audit.record("memberBlock", about(member), member.getBlockReason());
        });
        return Closing.tell(people, accounts::block);
    }

    /** Lets people in again. @return false when Keycloak could not be told: they can't sign in yet */
    public boolean unblock(Collection<Long> ids) {
        List<Member> blocked = all(ids).stream().filter(Member::isBlocked).toList();
        blocked.forEach(member -> {
            String reason = member.getBlockReason();
            member.unblock();
            audit.record("memberUnblock", about(member), reason);
        });
        return Closing.tell(blocked, accounts::unblock);
    }

    /** Makes her an administrator. @throws BusinessException when she is blocked, or Keycloak is away */
    public void promote(long id) {
        Member member = one(id);
        if (member.isBlocked()) {
            throw new BusinessException("member.blockedAdministrator");
        }
        member.administrate(true);
        audit.record("adminGrant", about(member), null);
        Closing.require(() -> accounts.grantAdmin(member.getSubject()));
    }

    /** Takes that from her again, within a minute. @throws BusinessException when it is the caller or the last one, or Keycloak is away */
    public void demote(long id) {
        List<Member> administrators = members.lockAdministrators();
        Member member = one(id);
        Lockout.forbid(List.of(member), administrators, session.getCallerPrincipal().getName());
        member.administrate(false);
        audit.record("adminRevoke", about(member), null);
        Closing.require(() -> accounts.revokeAdmin(member.getSubject()));
    }

    /** Brings people into a space, whatever its visibility. Who is in is left as she is. @throws NotFoundException when there is no such space */
    public void bringIn(Collection<Long> ids, String slug) {
        Space space = spaces.get(slug);
        for (Member member : all(ids)) {
            Optional<Membership> there = memberships.find(space.getId(), member.getId());
            if (there.filter(Membership::isActive).isEmpty()) {
                Membership membership = there.orElseGet(() -> Membership.invite(space, member, clock.instant()));
                membership.activate(clock.instant());
                if (there.isEmpty()) {
                    memberships.add(membership);
                }
                audit.record("memberIntoSpace", about(member), space.getName());
            }
        }
    }

    /** Takes people out of a space, moderators too; an open one they can join again. */
    public void takeOut(Collection<Long> ids, String slug) {
        Space space = spaces.get(slug);
        for (Member member : all(ids)) {
            memberships.find(space.getId(), member.getId()).ifPresent(membership -> {
                memberships.remove(membership);
                audit.record("memberOutOfSpace", about(member), space.getName());
            });
        }
    }

    private Member one(long id) {
        return all(List.of(id)).get(0);
    }

    private List<Member> all(Collection<Long> ids) {
        if (ids.isEmpty()) {
            throw new BusinessException("member.noneChosen");
        }
        List<Member> found = members.lock(ids);
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return found;
    }

    /** @return name and address, as the log names people */
    static String about(Member member) {
        return member.getName() + " <" + member.getEmail() + ">";
    }

    private static String described(Member member) {
        return member.getName() + ", " + Objects.toString(member.getOffice(), "–") + ", " + Objects.toString(member.getFunction(), "–");
    }
}

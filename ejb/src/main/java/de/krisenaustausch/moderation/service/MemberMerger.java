package de.krisenaustausch.moderation.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.moderation.MemberListRepository;
import de.krisenaustausch.moderation.MemberRow;
import de.krisenaustausch.moderation.MergerRepository;
import de.krisenaustausch.moderation.MergerRepository.Belongings;
import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Makes one account of two that belong to the same person. All that hangs on the one goes over to the other; documents stay with the
 * municipality that they were shared for. The account that goes is closed, here and at Keycloak, and its row stays and names the other.
 * Its roles go with it: being an administrator is not inherited.
 */
@Stateless
@RolesAllowed("admin")
public class MemberMerger {

    @Resource
    private SessionContext session;

    @Inject
    private MemberRepository members;

    @Inject
    private MemberListRepository list;

    @Inject
    private MergerRepository mergers;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditLog audit;

    /** What is shown before. @param goes the account that will be closed @param moves what goes over */
    public record Merger(MemberRow stays, MemberRow goes, Belongings moves) {
    }

    /**
     * @param staysId the account that remains
     * @param email address of the one that goes
     * @throws NotFoundException when there is no such account to remain
     * @throws BusinessException when nobody has the address, or the two can't be merged
     */
    public Merger look(long staysId, String email) {
        Member stays = members.find(staysId).orElseThrow(NotFoundException::new);
        Member goes = members.findByEmail(email == null ? "" : email.strip()).orElseThrow(() -> new BusinessException("space.unknownMember", email));
        check(stays, goes);
        return new Merger(row(stays), row(goes), mergers.belongings(goes.getId()));
    }

    /**
     * Merges them for good.
     *
     * @return false when Keycloak could not be told; the account is closed here all the same
     * @throws BusinessException when the two can't be merged, the caller's own account would go, or no administrator would be left
     */
    public boolean merge(long staysId, long goesId) {
        List<Member> administrators = members.lockAdministrators();
        List<Member> both = members.lock(List.of(staysId, goesId));
        Member stays = one(both, staysId);
        Member goes = one(both, goesId);
        check(stays, goes);
        Lockout.forbid(List.of(goes), administrators, session.getCallerPrincipal().getName());
        Belongings moves = mergers.belongings(goesId);
        mergers.move(goesId, staysId);
        goes.mergeInto(stays);
        audit.record("memberMerge", MemberKeeping.about(goes), "→ " + MemberKeeping.about(stays) + ": " + moves.documents() + " / " + moves.versions() + " / "
            + moves.memberships() + " / " + moves.follows());
        return Closing.tell(List.of(goes), accounts::block);
    }

    private static void check(Member stays, Member goes) {
        if (stays.equals(goes) || stays.isBlocked() || goes.getMergedInto() != null) {
            throw new BusinessException("member.notMergeable");
        }
        if (goes.getDirectory() != null && stays.getDirectory() == null) {
            throw new BusinessException("member.keepDirectory", goes.getDirectory());
        }
    }

    private MemberRow row(Member member) {
        return list.list(List.of(member.getId())).get(0);
    }

    private static Member one(List<Member> members, long id) {
        return members.stream().filter(member -> member.getId() == id).findFirst().orElseThrow(NotFoundException::new);
    }
}

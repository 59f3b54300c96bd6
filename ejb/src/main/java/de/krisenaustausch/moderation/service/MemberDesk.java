package de.krisenaustausch.moderation.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.moderation.MemberFilter;
import de.krisenaustausch.moderation.MemberListRepository;
import de.krisenaustausch.moderation.MemberRow;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.platform.identity.Accounts;
import de.krisenaustausch.platform.identity.AccountsUnavailableException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.MembershipRepository;
import de.krisenaustausch.space.SpaceRepository;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Looks at members, one or all of them. Changes nothing: {@link MemberKeeping}. */
@Stateless
@RolesAllowed("admin")
public class MemberDesk {

    /** So many rows are read at a time for an export. */
    public static final int PIECE = 500;

    @Resource
    private SessionContext session;

    @Inject
    private MemberListRepository list;

    @Inject
    private MemberRepository members;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private SpaceRepository spaces;

    @Inject
    private Accounts accounts;

    /** A space that she is in, wants into or was invited to. */
    public record Standing(String slug, String space, Membership.Role role, Membership.State state) {
    }

    /**
     * A member as her page in the back office shows her.
     *
     * @param version what a form sends back
     * @param directory the association's directory that keeps her name; null when none does
     * @param placed whether it also keeps where she works
     * @param heir name of the account that stands for her now; null when it is this one
     * @param me whether it is the reader herself
     */
    public record MemberView(MemberRow row, int version, String subject, Long municipalityId, String blockReason, String directory, boolean placed,
                             List<String> associations, List<Standing> spaces, String heir, boolean me) {
    }

    /** What Keycloak says. @param known false when it can't be asked, or has no such account */
    public record Account(boolean known, boolean administrator) {
    }

    /** A space to choose. */
    public record SpaceName(String slug, String name) {
    }

    public List<MemberRow> list(MemberFilter filter, MemberFilter.Order order, boolean descending, int first, int limit) {
        return list.list(filter, order, descending, first, limit);
    }

    public long count(MemberFilter filter) {
        return list.count(filter);
    }

    /** @return those with greater ids, {@link #PIECE} at most */
    public List<MemberRow> listAfter(MemberFilter filter, long after) {
        return list.listAfter(filter, after, PIECE);
    }

    /** @return those of these who are there, by name */
    public List<MemberRow> chosen(List<Long> ids) {
        return list.list(ids);
    }

    /** @throws NotFoundException when there is none */
    public MemberView view(long id) {
        MemberRow row = list.list(List.of(id)).stream().findFirst().orElseThrow(NotFoundException::new);
        Member member = members.find(id).orElseThrow(NotFoundException::new);
        List<Standing> standings = memberships.ofMember(id).stream().sorted(Comparator.comparing(each -> each.getSpace().getName()))
            .map(each -> new Standing(each.getSpace().getSlug(), each.getSpace().getName(), each.getRole(), each.getState())).toList();
        return new MemberView(row, member.getVersion(), member.getSubject(), member.getMunicipality() == null ? null : member.getMunicipality().getId(),
            member.getBlockReason(), member.getDirectory(), member.isPlaced(), member.getAssociations().stream().map(Association::getShortName).sorted().toList(),
            standings, member.getMergedInto() == null ? null : member.getMergedInto().getName(), member.getSubject().equals(session.getCallerPrincipal().getName()));
    }

    /** @return what Keycloak, which has the roles, says of her now */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Account account(String subject) {
        try {
            return new Account(true, accounts.roles(subject).contains("admin"));
        } catch (AccountsUnavailableException | NotFoundException unknown) {
            return new Account(false, false);
        }
    }

    /** @return all spaces, by name */
    public List<SpaceName> spaces() {
        return spaces.all().stream().map(space -> new SpaceName(space.getSlug(), space.getName())).sorted(Comparator.comparing(SpaceName::name)).toList();
    }
}

package de.krisenaustausch.registration.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.platform.RateLimits;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.AdmissionRepository;
import de.krisenaustausch.registration.Applicant;
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
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Inviting people by mail into a space: moderators, and members where the space lets them. Whether an address has an account
 * already the inviter is not told.
 */
@Stateless
@RolesAllowed({"member", "admin"})
public class Invitations {

    private static final int MESSAGE = 500;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private MemberRepository members;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private RequestRepository requests;

    @Inject
    private AdmissionRepository admission;

    @Inject
    private RateLimits limits;

    @Inject
    private Links links;

    @Inject
    private Letters letters;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** A line that is no good. @param error key of a sentence */
    public record Wrong(int line, String text, String error) {
    }

    /** A list as it was read. @param people how many would be invited */
    public record Checked(int people, List<Wrong> wrong) {
    }

    /** How the letters of one list stand. @param joined how many of them came in */
    public record Progress(long letters, long sent, long failed, long joined) {
    }

    /** What the page of a space's invitations shows. @param moderator whether the reader may say who invites */
    public record Room(String name, boolean moderator, boolean membersInvite) {
    }

    /**
     * @throws NotFoundException when the reader may not see into the space
     * @throws NotAllowedException when she may not invite into it
     */
    public Room room(String slug) {
        SpaceAccess.Entry entry = inviting(slug);
        return new Room(entry.space().getName(), entry.moderator(), entry.space().isMembersInvite());
    }

    /** A moderator says whether all members of the space may invite. */
    public void letMembersInvite(String slug, boolean allowed) {
        Space space = access.moderate(slug).space();
        space.letMembersInvite(allowed);
        audit.record("spaceEdit", space.getName(), allowed ? "Mitglieder laden ein" : "Moderation lädt ein");
    }

    /** Reads a list and says what is wrong with which line; nobody is invited. */
    public Checked check(String slug, String csv) {
        inviting(slug);
        List<InvitationList.Line> lines = InvitationList.read(csv);
        return new Checked((int) lines.stream().filter(line -> line.error() == null).count(),
            lines.stream().filter(line -> line.error() != null).map(line -> new Wrong(line.number(), line.text(), line.error())).toList());
    }

    /**
     * Invites all good lines of the list, together or none.
     *
     * @param message of the inviter, in the mail; may be null
     * @return names the list, for {@link #progress}
     * @throws BusinessException when no line is good, or she invited too many in this hour
     */
    public String inviteAll(String slug, String csv, String message) {
        SpaceAccess.Entry entry = inviting(slug);
        String said = Text.optional(message, MESSAGE, "field.message");
        List<InvitationList.Line> lines = InvitationList.read(csv).stream().filter(line -> line.error() == null).toList();
        if (lines.isEmpty()) {
            throw new BusinessException("invite.none");
        }
        Member by = current.member();
        String batch = UUID.randomUUID().toString();
        for (InvitationList.Line line : lines) {
            if (limits.take(RateLimits.Kind.INVITATION_OF_MEMBER, by.getSubject()).isPresent()) {
                throw new BusinessException("invite.tooMany");
            }
            invite(entry.space(), by, line, said, batch);
        }
        audit.record("invite", entry.space().getName(), lines.size() + ": " + lines.get(0).email() + (lines.size() > 1 ? " …" : ""));
        return batch;
    }

    /** @return how the letters of that list stand; empty when the space has no such list */
    public Optional<Progress> progress(String slug, String batch) {
        SpaceAccess.Entry entry = inviting(slug);
        return admission.progress(entry.space().getId(), batch).map(counts -> new Progress(counts[0], counts[1], counts[2], counts[3]));
    }

    private void invite(Space space, Member by, InvitationList.Line line, String message, String batch) {
        EmailAddress email = new EmailAddress(line.email());
        Instant now = clock.instant();
        Optional<Member> member = members.findByEmail(email.value());
        if (member.isPresent()) {
            inviteMember(space, by, member.get(), message, now);
            return;
        }
        AccessRequest request = requests.findOpen(email.value()).orElse(null);
        if (request == null) {
            request = AccessRequest.invite(email, known(line), space, by, "de", now);
            requests.add(request);
        } else {
            request.want(space);
            if (request.getState() != AccessRequest.State.APPROVED) {
                request.tell(known(line), now);
                request.approve(by, null, now);
            }
        }
        if (admission.findInvitation(space.getId(), request.getId()).isEmpty()) {
            admission.add(new Invitation(space, request, by, batch, now));
        }
        letters.invite(request, links.issue(request, PersonalLink.Purpose.ENTER), by.getName(), space.getName(), message);
    }

    private static Applicant known(InvitationList.Line line) {
        return new Applicant(line.givenName(), line.familyName(), null, null, null, null, Set.of(), null);
    }

    private void inviteMember(Space space, Member by, Member member, String message, Instant now) {
        Optional<Membership> there = memberships.find(space.getId(), member.getId());
        if (there.isEmpty()) {
            memberships.add(Membership.invite(space, member, now));
        }
        if (there.filter(Membership::isActive).isEmpty() && !member.isBlocked()) {
            letters.inviteMember(new EmailAddress(member.getEmail()), member.getName(), "Invite:" + space.getId() + ":" + member.getId(),
                by.getName(), space.getName(), space.getSlug(), message);
        }
    }

    private SpaceAccess.Entry inviting(String slug) {
        SpaceAccess.Entry entry = access.read(slug);
        boolean member = entry.membership() != null && entry.membership().isActive();
        if (!entry.moderator() && !(entry.space().isMembersInvite() && member)) {
            throw new NotAllowedException();
        }
        return entry;
    }
}

package de.krisenaustausch.space.service;

import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.MembershipRepository;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Visibility;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looking at spaces, coming in and going. */
@Stateless
@RolesAllowed({"member", "admin"})
public class SpaceService {

    @Inject
    private SpaceRepository spaces;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    @Inject
    private Clock clock;

    /** How the reader stands to a space. */
    public enum Standing { GUEST, REQUESTED, INVITED, MEMBER, MODERATOR }

    /** A line in the list of spaces. */
    public record SpaceRow(String slug, String name, String purpose, String association, Visibility visibility, Standing standing) {
    }

    /** A topic as pages use it. */
    public record TopicView(String slug, String name) {
    }

    /** A person as other members see her. @param sortName family name, by which lists go on */
    public record PersonView(long membershipId, String name, String sortName, String municipality, String office, boolean moderator, Instant since) {
    }

    /** All that a space's page says besides its documents. */
    public record SpaceView(long id, String slug, String name, String purpose, String association, Visibility visibility,
                            List<TopicView> topics, List<PersonView> moderators, Standing standing,
                            boolean readable, boolean moderator, Instant newSince) {
    }

    /** @return the spaces that everybody may know of, for the public start page */
    @PermitAll
    public List<SpaceRow> listPublic() {
        return spaces.all().stream().filter(space -> space.getVisibility() != Visibility.INVITED)
            .map(space -> row(space, Standing.GUEST)).toList();
    }

    /** @return the spaces that the reader may know of, by name, in three statements */
    public List<SpaceRow> list() {
        Set<Long> associations = Set.copyOf(spaces.associateIds(current.get().memberId()));
        boolean administrator = current.get().administrator();
        Map<Long, Membership> mine = memberships.ofMember(current.get().memberId()).stream()
            .collect(Collectors.toMap(membership -> membership.getSpace().getId(), Function.identity()));
        return spaces.all().stream()
            .filter(space -> space.getVisibility() != Visibility.INVITED || mine.containsKey(space.getId()) || administrator
                || associations.contains(space.getId()))
            .map(space -> row(space, standing(mine.get(space.getId())))).toList();
    }

    /**
     * Looks into a space and notes the visit.
     *
     * @throws NotFoundException when the reader may not know of it
     */
    public SpaceView view(String slug) {
        SpaceAccess.Entry entry = access.enter(slug);
        Space space = entry.space();
        List<PersonView> moderators = memberships.moderators(space.getId()).stream()
            .map(person -> person(0, person, true, null)).toList();
        return new SpaceView(space.getId(), space.getSlug(), space.getName(), space.getPurpose(), space.getAssociation().getShortName(),
            space.getVisibility(), topics(space), moderators, standing(entry.membership()),
            entry.readable(), entry.moderator(), entry.readable() ? visit(space) : null);
    }

    /** @return the space's topics, in its order */
    public List<TopicView> topics(String slug) {
        return topics(access.read(slug).space());
    }

    /**
     * Joins an open space or one of her association's, requests to join another, or accepts an invitation; does nothing the second
     * time.
     */
    public Standing join(String slug) {
        SpaceAccess.Entry entry = access.enter(slug);
        Membership membership = entry.membership();
        if (membership == null) {
            membership = Membership.join(entry.space(), current.member(), clock.instant());
            memberships.add(membership);
        }
        if (membership.getState() == Membership.State.INVITED || entry.associate()) {
            membership.activate(clock.instant());
        }
        return standing(membership);
    }

    /** Leaves the space, withdraws a request, or declines an invitation. */
    public void leave(String slug) {
        Membership membership = access.enter(slug).membership();
        if (membership != null) {
            if (membership.isModerator() && memberships.moderators(membership.getSpace().getId()).size() == 1) {
                throw new BusinessException("space.leave.lastModerator");
            }
            memberships.remove(membership);
        }
    }

    /** @return people of the space in that state, by family name, from that key on; requests only for moderators */
    public List<PersonView> people(String slug, Membership.State state, String afterName, long afterId, int limit) {
        SpaceAccess.Entry entry = state == Membership.State.ACTIVE ? access.read(slug) : access.moderate(slug);
        return memberships.ofSpace(entry.space().getId(), state, afterName, afterId, limit).stream()
            .map(membership -> person(membership.getId(), membership.getMember(), membership.isModerator(), membership.getSince()))
            .toList();
    }

    /** A moderator grants a request. */
    public void grant(String slug, long membershipId) {
        membership(access.moderate(slug), membershipId).activate(clock.instant());
    }

    /** A moderator refuses a request, or removes a member who does not moderate. */
    public void remove(String slug, long membershipId) {
        Membership membership = membership(access.moderate(slug), membershipId);
        if (membership.isModerator()) {
            throw new NotAllowedException();
        }
        memberships.remove(membership);
    }

    private Membership membership(SpaceAccess.Entry entry, long membershipId) {
        return memberships.find(membershipId).filter(found -> found.getSpace().equals(entry.space()))
            .orElseThrow(NotFoundException::new);
    }

    private Instant visit(Space space) {
        Instant now = clock.instant();
        long reader = current.get().memberId();
        return memberships.findVisit(space.getId(), reader).map(visit -> {
            if (visit.isStale(now)) {
                visit.look(now);
            }
            return visit.getNewSince();
        }).orElseGet(() -> {
            memberships.addVisit(space.getId(), reader, now);
            return now;
        });
    }

    private static List<TopicView> topics(Space space) {
        return space.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList();
    }

    private static SpaceRow row(Space space, Standing standing) {
        return new SpaceRow(space.getSlug(), space.getName(), space.getPurpose(), space.getAssociation().getShortName(),
            space.getVisibility(), standing);
    }

    private static PersonView person(long membershipId, Member member, boolean moderator, Instant since) {
        return new PersonView(membershipId, member.getName(), member.getFamilyName() == null ? "" : member.getFamilyName(),
            member.getMunicipality() == null ? null : member.getMunicipality().getName(), member.getOffice(), moderator, since);
    }

    private static Standing standing(Membership membership) {
        if (membership == null) {
            return Standing.GUEST;
        }
        return switch (membership.getState()) {
            case REQUESTED -> Standing.REQUESTED;
            case INVITED -> Standing.INVITED;
            case ACTIVE -> membership.isModerator() ? Standing.MODERATOR : Standing.MEMBER;
        };
    }
}

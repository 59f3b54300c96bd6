package de.krisenaustausch.space.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.member.MemberRepository;
import de.krisenaustausch.municipality.Association;
import de.krisenaustausch.municipality.MunicipalityRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Slug;
import de.krisenaustausch.shared.Text;
import de.krisenaustausch.space.Membership;
import de.krisenaustausch.space.MembershipRepository;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.SpaceRepository;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.Visibility;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeping spaces and the taxonomy: administrators create, moderators edit their own. */
@Stateless
@RolesAllowed("admin")
public class SpaceKeeping {

    @Inject
    private SpaceRepository spaces;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private MemberRepository members;

    @Inject
    private MunicipalityRepository municipalities;

    @Inject
    private SpaceAccess access;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * What the form of a space sends; topics are slugs, version is what the form was opened with, forAssociation lets the association's
     * members in without being asked, waitHours is how long a question waits for an answer before it is handed on (null: 24, or as it is).
     */
    public record SpaceDraft(String slug, String name, String purpose, String association, Visibility visibility, List<String> topics, int version,
                             boolean forAssociation, Integer waitHours) {
    }

    /** A space in the back office, with the names of those who moderate it. */
    public record KeptSpace(String slug, String name, String association, Visibility visibility, List<String> moderators) {
    }

    /** @return all spaces by name, in two statements */
    public List<KeptSpace> spaces() {
        Map<Long, List<String>> moderators = memberships.allModerators().stream().collect(Collectors.groupingBy(
            membership -> membership.getSpace().getId(), Collectors.mapping(membership -> membership.getMember().getName(), Collectors.toList())));
        return spaces.all().stream().map(space -> new KeptSpace(space.getSlug(), space.getName(), space.getAssociation().getShortName(),
            space.getVisibility(), moderators.getOrDefault(space.getId(), List.of()))).toList();
    }

    /** A topic with all that the back office shows. */
    public record TopicRow(long id, String slug, String name, boolean retired) {
    }

    /**
     * Creates a space.
     *
     * @throws BusinessException when the slug is taken or no slug, or a text breaks its limits
     */
    public void create(SpaceDraft draft) {
        if (!Slug.isValid(draft.slug())) {
            throw new BusinessException("error.slug");
        }
        if (spaces.find(draft.slug()).isPresent()) {
            throw new BusinessException("space.slugTaken", draft.slug());
        }
        Association association = municipalities.findAssociation(draft.association())
            .orElseThrow(() -> new BusinessException("error.required", "field.association"));
        Space space = new Space(draft.slug(), draft.name(), draft.purpose(), association, draft.visibility(), clock.instant());
        space.draw(inOrder(draft.topics()));
        space.letAssociationIn(draft.forAssociation());
        letWait(space, draft);
        spaces.add(space);
        audit.record("spaceCreate", space.getName(), "/" + space.getSlug());
    }

    /** @return the space as the form shows it, for its moderators */
    @RolesAllowed({"member", "admin"})
    public SpaceDraft open(String slug) {
        Space space = access.moderate(slug).space();
        return new SpaceDraft(space.getSlug(), space.getName(), space.getPurpose(), space.getAssociation().getSlug(),
            space.getVisibility(), space.getTopics().stream().map(Topic::getSlug).toList(), space.getVersion(),
            space.isForAssociation(), space.getWaitHours());
    }

    private static void letWait(Space space, SpaceDraft draft) {
        if (draft.waitHours() != null) {
            space.letWait(draft.waitHours());
        }
    }

    /** @throws ChangedMeanwhileException when somebody else changed the space since the form was opened */
    @RolesAllowed({"member", "admin"})
    public void edit(SpaceDraft draft) {
        Space space = access.moderate(draft.slug()).space();
        if (space.getVersion() != draft.version()) {
            throw new ChangedMeanwhileException();
        }
        space.describe(draft.name(), draft.purpose(), draft.visibility());
        space.draw(inOrder(draft.topics()));
        space.letAssociationIn(draft.forAssociation());
        letWait(space, draft);
        audit.record("spaceEdit", space.getName(), space.getVisibility().name());
    }

    /** Entrusts the space to a member. @throws BusinessException when nobody here has this address */
    public void appoint(String slug, String email) {
        Space space = spaces.get(slug);
        Member member = members.findByEmail(email == null ? "" : email.strip())
            .orElseThrow(() -> new BusinessException("space.unknownMember", email));
        memberships.find(space.getId(), member.getId()).ifPresentOrElse(Membership::promote,
            () -> memberships.add(Membership.moderate(space, member, clock.instant())));
        audit.record("moderatorAppoint", member.getName(), space.getName());
    }

    /** Takes the space out of a moderator's hands; she stays a member. */
    public void dismiss(String slug, long membershipId) {
        Membership membership = memberships.find(membershipId).filter(found -> found.getSpace().getSlug().equals(slug)).orElseThrow(NotFoundException::new);
        membership.demote();
        audit.record("moderatorDismiss", membership.getMember().getName(), membership.getSpace().getName());
    }

    /** A moderator asks a member in. @throws BusinessException when nobody here has this address */
    @RolesAllowed({"member", "admin"})
    public void invite(String slug, String email) {
        Space space = access.moderate(slug).space();
        Member member = members.findByEmail(email == null ? "" : email.strip())
            .orElseThrow(() -> new BusinessException("space.unknownMember", email));
        memberships.find(space.getId(), member.getId()).ifPresentOrElse(
            membership -> {
                if (membership.getState() == Membership.State.REQUESTED) {
                    membership.activate(clock.instant());
                }
            },
            () -> memberships.add(Membership.invite(space, member, clock.instant())));
    }

    public List<Association> associations() {
        return municipalities.associations();
    }

    /** @return the whole taxonomy by name, for forms and the back office */
    @RolesAllowed({"member", "admin"})
    public List<TopicRow> topics() {
        return spaces.topics().stream().map(topic -> new TopicRow(topic.getId(), topic.getSlug(), topic.getName(), topic.isRetired())).toList();
    }

    /** @throws BusinessException when a topic has this name or one that reads the same in an address */
    public void addTopic(String name) {
        Topic topic = new Topic(name);
        if (topic.getSlug().isEmpty()) {
            throw new BusinessException("error.nameless");
        }
        if (spaces.findTopic(topic.getSlug()).isPresent() || spaces.findTopicByName(topic.getName()).isPresent()) {
            throw new BusinessException("topic.taken", topic.getName());
        }
        spaces.add(topic);
        audit.record("topicAdd", topic.getName(), null);
    }

    /** @throws BusinessException when another topic has this name */
    public void renameTopic(String slug, String name) {
        Topic topic = topic(slug);
        String wanted = Text.required(name, Topic.NAME_LENGTH, "field.name");
        if (spaces.findTopicByName(wanted).filter(other -> !other.equals(topic)).isPresent()) {
            throw new BusinessException("topic.taken", wanted);
        }
        audit.record("topicRename", topic.getName(), wanted);
        topic.rename(wanted);
    }

    public void retireTopic(String slug) {
        topic(slug).retire();
        audit.record("topicRetire", topic(slug).getName(), null);
    }

    public void reviveTopic(String slug) {
        topic(slug).revive();
        audit.record("topicRevive", topic(slug).getName(), null);
    }

    private Topic topic(String slug) {
        return spaces.findTopic(slug).orElseThrow(NotFoundException::new);
    }

    private List<Topic> inOrder(List<String> slugs) {
        List<Topic> found = spaces.topics(slugs);
        return slugs.stream().distinct()
            .flatMap(slug -> found.stream().filter(topic -> topic.getSlug().equals(slug))).toList();
    }
}

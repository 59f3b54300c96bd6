package de.krisenaustausch.question.service;

import de.krisenaustausch.audit.service.AuditLog;
import de.krisenaustausch.member.Member;
import de.krisenaustausch.question.TopicExpert;
import de.krisenaustausch.question.WaitingRepository;
import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.service.SpaceAccess;
import de.krisenaustausch.space.service.SpaceService.TopicView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Who knows about a space's topics: kept by its moderators, chosen from its members. */
@Stateless
@RolesAllowed({"member", "admin"})
public class ExpertKeeping {

    private static final int SEVERAL = 2;

    @Inject
    private WaitingRepository waiting;

    @Inject
    private SpaceAccess access;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** An expert of one topic. */
    public record ExpertRow(long id, String topic, String name, String municipality, String office) {
    }

    /** A space with its topics and those who know about them. */
    public record Experts(String space, String spaceName, int waitHours, List<TopicView> topics, List<ExpertRow> experts) {
    }

    /** @throws de.krisenaustausch.shared.NotAllowedException when the reader does not moderate the space */
    public Experts open(String slug) {
        Space space = access.moderate(slug).space();
        return new Experts(slug, space.getName(), space.getWaitHours(),
            space.getTopics().stream().map(topic -> new TopicView(topic.getSlug(), topic.getName())).toList(),
            waiting.expertsOf(space.getId()).stream().map(ExpertKeeping::row).toList());
    }

    private static ExpertRow row(TopicExpert expert) {
        Member member = expert.getMember();
        return new ExpertRow(expert.getId(), expert.getTopic().getName(), member.getName(),
            member.getMunicipality() == null ? null : member.getMunicipality().getName(), member.getOffice());
    }

    /**
     * Names an expert; the second time nothing happens.
     *
     * @param words her full name or her mail address
     * @throws BusinessException when nobody in the space is called so, or several are
     */
    public void appoint(String slug, String topicSlug, String words) {
        Space space = access.moderate(slug).space();
        Topic topic = space.getTopics().stream().filter(each -> each.getSlug().equals(topicSlug)).findFirst()
            .orElseThrow(() -> new BusinessException("error.required", "field.topic"));
        if (words == null || words.isBlank()) {
            throw new BusinessException("error.required", "field.person");
        }
        List<Member> found = waiting.membersNamed(space.getId(), words.strip(), SEVERAL);
        if (found.size() != 1) {
            throw new BusinessException(found.isEmpty() ? "expert.unknown" : "expert.several", "field.person", words.strip());
        }
        Member member = found.get(0);
        boolean known = waiting.expertsOf(space.getId()).stream().anyMatch(expert -> expert.getTopic().equals(topic) && expert.getMember().equals(member));
        if (!known) {
            waiting.add(new TopicExpert(space, topic, member, clock.instant()));
            audit.record("expertAppoint", member.getName(), space.getName() + ": " + topic.getName());
        }
    }

    /** She is no longer asked. */
    public void dismiss(String slug, long expertId) {
        Space space = access.moderate(slug).space();
        TopicExpert expert = waiting.findExpert(expertId).filter(found -> found.getSpace().equals(space)).orElseThrow(NotFoundException::new);
        audit.record("expertDismiss", expert.getMember().getName(), space.getName() + ": " + expert.getTopic().getName());
        waiting.remove(expert);
    }
}

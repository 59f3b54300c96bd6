package de.krisenaustausch.notification.service;

import de.krisenaustausch.member.service.CurrentReader;
import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.Subscription;
import de.krisenaustausch.notification.SubscriptionRepository;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Space;
import de.krisenaustausch.space.Topic;
import de.krisenaustausch.space.service.SpaceAccess;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Following spaces and topics, and how often a member wants post of them. */
@Stateless
@RolesAllowed({"member", "admin"})
public class FollowService {

    /** Key of the choice for a whole space, among those of its topics. */
    private static final long WHOLE = 0;

    @Inject
    private SubscriptionRepository subscriptions;

    @Inject
    private SpaceAccess access;

    @Inject
    private CurrentReader current;

    /** A topic and the choice for it; null where the space's holds. */
    public record TopicChoice(String slug, String name, Frequency frequency) {
    }

    /** A space, the choice for it (OFF where none was made) and those for its topics. */
    public record SpaceChoice(String slug, String name, Frequency frequency, List<TopicChoice> topics) {

        /** @return how many topics have a choice of their own */
        public long ownChoices() {
            return topics.stream().filter(topic -> topic.frequency() != null).count();
        }
    }

    /** A choice as the settings page sends it. @param topic null for the whole space @param frequency null where the space's is to hold */
    public record Wish(String space, String topic, Frequency frequency) {
    }

    /**
     * @return the reader's choice for one space
     * @throws NotFoundException when she may not see into it
     */
    public SpaceChoice choice(String slug) {
        Space space = access.look(slug).space();
        Map<Long, Frequency> chosen = new HashMap<>();
        subscriptions.ofMember(current.get().memberId(), space.getId()).forEach(subscription -> chosen.put(key(subscription), subscription.getFrequency()));
        return choice(space, chosen);
    }

    /** @return the reader's choices for every space that she belongs to or follows, as far as she may see into it, by name */
    public List<SpaceChoice> choices() {
        long member = current.get().memberId();
        Map<Long, Map<Long, Frequency>> chosen = chosen(member);
        return readable(member).stream().map(space -> choice(space, chosen.getOrDefault(space.getId(), Map.of()))).toList();
    }

    private List<Space> readable(long member) {
        Set<Long> readable = new HashSet<>(access.readableIds());
        return subscriptions.spacesOf(member).stream().filter(space -> readable.contains(space.getId())).toList();
    }

    private Map<Long, Map<Long, Frequency>> chosen(long member) {
        Map<Long, Map<Long, Frequency>> chosen = new HashMap<>();
        subscriptions.ofMember(member).forEach(subscription -> chosen
            .computeIfAbsent(subscription.getSpace().getId(), id -> new HashMap<>()).put(key(subscription), subscription.getFrequency()));
        return chosen;
    }

    /** Chooses for a whole space. @throws NotFoundException when the reader may not see into it */
    public void follow(String slug, Frequency frequency) {
        subscriptions.put(current.get().memberId(), access.read(slug).space().getId(), null, frequency);
    }

    /**
     * Chooses for one topic of a space.
     *
     * @param frequency null to let the space's choice hold again
     * @throws NotFoundException when the space is not the reader's to see or has no such topic
     */
    public void followTopic(String slug, String topicSlug, Frequency frequency) {
        Space space = access.read(slug).space();
        Topic topic = space.getTopics().stream().filter(each -> each.getSlug().equals(topicSlug)).findFirst().orElseThrow(NotFoundException::new);
        long member = current.get().memberId();
        if (frequency == null) {
            subscriptions.dropTopic(member, space.getId(), topic.getId());
        } else {
            subscriptions.put(member, space.getId(), topic.getId(), frequency);
        }
    }

    /** Takes over all choices of the settings page that changed; what the reader may not see is left out. */
    public void save(List<Wish> wishes) {
        long member = current.get().memberId();
        Map<String, Space> spaces = readable(member).stream().collect(Collectors.toMap(Space::getSlug, Function.identity()));
        Map<Long, Map<Long, Frequency>> chosen = chosen(member);
        for (Wish wish : wishes) {
            Space space = spaces.get(wish.space());
            if (space != null) {
                save(member, space, chosen.getOrDefault(space.getId(), Map.of()), wish);
            }
        }
    }

    private void save(long member, Space space, Map<Long, Frequency> chosen, Wish wish) {
        if (wish.topic() == null) {
            if (wish.frequency() != null && wish.frequency() != chosen.getOrDefault(WHOLE, Frequency.OFF)) {
                subscriptions.put(member, space.getId(), null, wish.frequency());
            }
            return;
        }
        space.getTopics().stream().filter(topic -> topic.getSlug().equals(wish.topic()))
            .filter(topic -> wish.frequency() != chosen.get(topic.getId())).findFirst().ifPresent(topic -> {
                if (wish.frequency() == null) {
                    subscriptions.dropTopic(member, space.getId(), topic.getId());
                } else {
                    subscriptions.put(member, space.getId(), topic.getId(), wish.frequency());
                }
            });
    }

    /** Ends all post of spaces and topics for the reader. */
    public void stopAll() {
        subscriptions.stopAll(current.get().memberId());
    }

    private static SpaceChoice choice(Space space, Map<Long, Frequency> chosen) {
        return new SpaceChoice(space.getSlug(), space.getName(), chosen.getOrDefault(WHOLE, Frequency.OFF),
            space.getTopics().stream().map(topic -> new TopicChoice(topic.getSlug(), topic.getName(), chosen.get(topic.getId()))).toList());
    }

    private static long key(Subscription subscription) {
        return subscription.getTopic() == null ? WHOLE : subscription.getTopic().getId();
    }
}

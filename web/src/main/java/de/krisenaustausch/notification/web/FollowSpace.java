package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.service.FollowService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The follow control of a space's page ({@code ka:follow}): what the reader chose for the space, or for one topic. */
@Named
@RequestScoped
public class FollowSpace {

    @Inject
    private FollowService follow;

    private FollowService.SpaceChoice choice;

    /** @return the reader's choice for that space, read once a request */
    public FollowService.SpaceChoice of(String slug) {
        if (choice == null || !choice.slug().equals(slug)) {
            choice = follow.choice(slug);
        }
        return choice;
    }

    /** @return the topic with the reader's choice for it; null when the space has no such topic or none is asked for */
    public FollowService.TopicChoice topicOf(String slug, String topic) {
        return of(slug).topics().stream().filter(each -> each.slug().equals(topic)).findFirst().orElse(null);
    }

    /** @return what can be chosen, in the order of the menu */
    public List<Frequency> getFrequencies() {
        return List.of(Frequency.values());
    }
}

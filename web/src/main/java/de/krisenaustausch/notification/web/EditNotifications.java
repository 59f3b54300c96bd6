package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.service.FollowService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The settings of post: all that I follow, and how often I want to hear of it. {@link SaveNotifications} takes the form. */
@Named
@RequestScoped
public class EditNotifications {

    @Inject
    private FollowService follow;

    private List<FollowService.SpaceChoice> choices;

    public List<FollowService.SpaceChoice> getChoices() {
        if (choices == null) {
            choices = follow.choices();
        }
        return choices;
    }
}

package de.krisenaustausch.registration.web;

import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.service.FollowService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.Slug;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The one question to a newcomer: how often she wants post. Then on to the space that she wanted. */
@Named
@RequestScoped
public class Welcome {

    @Inject
    private FollowService follow;

    @Inject
    private RouteBean route;

    private Frequency frequency = Frequency.IMMEDIATELY;
    private String space = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("bereich");
    private List<FollowService.SpaceChoice> choices;

    /** @return the spaces that she belongs to now */
    public List<FollowService.SpaceChoice> getChoices() {
        if (choices == null) {
            choices = follow.choices();
        }
        return choices;
    }

    public void save() {
        getChoices().forEach(choice -> follow.follow(choice.slug(), frequency));
        try {
            if (Slug.isValid(space)) {
                follow.choice(space);
                route.go("/bereiche/" + space);
                return;
            }
        } catch (NotFoundException waits) {
            // a space that is open on request only: it is in the list, with what comes next
            route.go("/bereiche");
            return;
        }
        route.go("/bereiche");
    }

    public Frequency[] getFrequencies() {
        return Frequency.values();
    }

    public Frequency getFrequency() {
        return frequency;
    }

    public void setFrequency(Frequency frequency) {
        this.frequency = frequency;
    }

    public String getSpace() {
        return space;
    }

    public void setSpace(String space) {
        this.space = space;
    }
}

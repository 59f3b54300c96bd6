package de.krisenaustausch.notification.web;

import de.krisenaustausch.notification.Frequency;
import de.krisenaustausch.notification.service.UnsubscribeService;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

/** The page behind a mail's link: asks, and afterwards offers to take it back. Opening it changes nothing. */
@Named
@RequestScoped
public class Unsubscribe {

    @Inject
    private UnsubscribeService unsubscribing;

    private UnsubscribeService.Followed followed;

    public void load() {
        try {
            followed = unsubscribing.look(getToken());
        } catch (NotFoundException unknown) {
            external().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** @return what the link stands for; null when it is none of ours */
    public UnsubscribeService.Followed getFollowed() {
        return followed;
    }

    public boolean isEnded() {
        return followed != null && followed.frequency() == Frequency.OFF;
    }

    public String getToken() {
        return external().getRequestParameterMap().get("k");
    }

    /** @return what it was before, for taking back */
    public Frequency getBefore() {
        Frequency before = Choices.frequency(external().getRequestParameterMap().get("vorher"));
        return before == null || before == Frequency.OFF ? Frequency.IMMEDIATELY : before;
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}

package de.krisenaustausch.registration.web;

import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.registration.service.Invitations;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Inviting by mail into a space: one address or a list of hundreds, tried first, and how their letters stand. */
@Named
@RequestScoped
public class InvitePeople {

    @Inject
    private Invitations invitations;

    @Inject
    private RouteBean route;

    private Invitations.Room room;
    private String list;
    private String message;
    private Invitations.Checked checked;

    @PostConstruct
    void open() {
        room = invitations.room(route.getSlug());
    }

    /** Asks for the room, so that who may not invite is told so before anything is written. */
    public void load() {
        room.name();
    }

    /** Reads the list and says what would happen. */
    public void check() {
        checked = invitations.check(route.getSlug(), list);
    }

    public void invite() {
        String batch = invitations.inviteAll(route.getSlug(), list, message);
        route.goTelling("/bereiche/" + route.getSlug() + "/einladen?liste=" + batch, "invitedAll");
    }

    public void letMembersInvite(boolean allowed) {
        invitations.letMembersInvite(route.getSlug(), allowed);
        route.goTelling("/bereiche/" + route.getSlug() + "/einladen", "spaceEdited");
    }

    /** @return how the letters of the list in the address stand, or null */
    public Invitations.Progress getProgress() {
        String batch = getBatch();
        return batch == null || !batch.matches("[0-9a-f-]{36}") ? null : invitations.progress(route.getSlug(), batch).orElse(null);
    }

    public String getBatch() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("liste");
    }

    public Invitations.Room getRoom() {
        return room;
    }

    public Invitations.Checked getChecked() {
        return checked;
    }

    public String getList() {
        return list;
    }

    public void setList(String list) {
        this.list = list;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }
}

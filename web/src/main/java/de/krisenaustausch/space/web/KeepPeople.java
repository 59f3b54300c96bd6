package de.krisenaustausch.space.web;

import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.space.Membership.State;
import de.krisenaustausch.space.service.SpaceKeeping;
import de.krisenaustausch.space.service.SpaceService;
import de.krisenaustausch.space.service.SpaceService.PersonView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The people of a space: everybody in it sees who takes part, moderators let in and out, administrators appoint. */
@Named
@RequestScoped
public class KeepPeople {

    private static final int PAGE = 50;
    /** Requests and invitations are few; who has more works them off from the top. */
    private static final int WAITING = 200;

    @Inject
    private SpaceService spaces;

    @Inject
    private SpaceKeeping keeping;

    @Inject
    private RouteBean route;

    private SpaceService.SpaceView space;
    private List<PersonView> people;
    private List<PersonView> requests = List.of();
    private List<PersonView> invitations = List.of();
    private String email;
    private String moderatorEmail;

    /** Reads all that the page shows, in a fixed number of statements. @throws NotFoundException when she may not see in */
    public void load() {
        space = spaces.view(route.getSlug());
        people = spaces.people(space.slug(), State.ACTIVE, parameter("nach", ""), number(parameter("ab", "0")), PAGE + 1);
        if (space.moderator()) {
            requests = spaces.people(space.slug(), State.REQUESTED, "", 0, WAITING);
            invitations = spaces.people(space.slug(), State.INVITED, "", 0, WAITING);
        }
    }

    public void grant(String membership) {
        spaces.grant(route.getSlug(), number(membership));
        tell("granted");
    }

    public void refuse(String membership) {
        spaces.remove(route.getSlug(), number(membership));
        tell("refused");
    }

    public void remove(String membership) {
        spaces.remove(route.getSlug(), number(membership));
        tell("removed");
    }

    public void takeBack(String membership) {
        spaces.remove(route.getSlug(), number(membership));
        tell("uninvited");
    }

    public void invite() {
        keeping.invite(route.getSlug(), email);
        tell("invited");
    }

    public void appoint() {
        keeping.appoint(route.getSlug(), moderatorEmail);
        tell("appointed");
    }

    public void dismiss(String membership) {
        keeping.dismiss(route.getSlug(), number(membership));
        tell("dismissed");
    }

    public SpaceService.SpaceView getSpace() {
        if (space == null) {
            load();
        }
        return space;
    }

    public List<PersonView> getPeople() {
        getSpace();
        return people.size() > PAGE ? people.subList(0, PAGE) : people;
    }

    public List<PersonView> getRequests() {
        getSpace();
        return requests;
    }

    public List<PersonView> getInvitations() {
        getSpace();
        return invitations;
    }

    /** @return the address of the next page; empty on the last */
    public String getNext() {
        getSpace();
        if (people.size() <= PAGE) {
            return "";
        }
        PersonView last = people.get(PAGE - 1);
        return here() + "?nach=" + URLEncoder.encode(last.sortName(), StandardCharsets.UTF_8) + "&ab=" + last.membershipId();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getModeratorEmail() {
        return moderatorEmail;
    }

    public void setModeratorEmail(String moderatorEmail) {
        this.moderatorEmail = moderatorEmail;
    }

    private void tell(String done) {
        route.goTelling(here(), done);
    }

    private String here() {
        return "/bereiche/" + route.getSlug() + "/mitglieder";
    }

    private static long number(String text) {
        return Parameters.id(text).orElseThrow(NotFoundException::new);
    }

    private static String parameter(String name, String otherwise) {
        Map<String, String> parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        return parameters.getOrDefault(name, otherwise);
    }
}

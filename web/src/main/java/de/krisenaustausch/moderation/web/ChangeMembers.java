package de.krisenaustausch.moderation.web;

import de.krisenaustausch.moderation.MemberRow;
import de.krisenaustausch.moderation.service.MemberDesk;
import de.krisenaustausch.moderation.service.MemberKeeping;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is done with several members at once. The address names them, and the page shows them again before anything is done. */
@Named
@RequestScoped
public class ChangeMembers {

    private static final int MOST = 200;

    @Inject
    private MemberDesk desk;

    @Inject
    private MemberKeeping keeping;

    @Inject
    private RouteBean route;

    private List<MemberRow> people;
    private String reason;
    private String space;

    public List<MemberRow> getPeople() {
        if (people == null) {
            people = desk.chosen(ids());
        }
        return people;
    }

    public void block() {
        tell(keeping.block(ids(), reason) ? "membersBlocked" : "memberBlockedHere");
    }

    public void unblock() {
        tell(keeping.unblock(ids()) ? "membersUnblocked" : "memberUnblockedHere");
    }

    public void bringIn() {
        keeping.bringIn(ids(), space);
        tell("membersBroughtIn");
    }

    public void takeOut() {
        keeping.takeOut(ids(), space);
        tell("membersTakenOut");
    }

    public List<MemberDesk.SpaceName> getSpaces() {
        return desk.spaces();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getSpace() {
        return space;
    }

    public void setSpace(String space) {
        this.space = space;
    }

    private void tell(String done) {
        route.goTelling("/verwaltung/mitglieder", done);
    }

    private static List<Long> ids() {
        return Parameters.ids(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().get("person")).stream().limit(MOST).toList();
    }
}

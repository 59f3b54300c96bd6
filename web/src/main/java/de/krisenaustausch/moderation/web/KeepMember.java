package de.krisenaustausch.moderation.web;

import de.krisenaustausch.member.web.PersonForm;
import de.krisenaustausch.member.web.ViewSignIns;
import de.krisenaustausch.moderation.service.MemberDesk;
import de.krisenaustausch.moderation.service.MemberKeeping;
import de.krisenaustausch.moderation.service.MemberKeeping.MemberDraft;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One member, as the back office sees and changes her. */
@Named
@RequestScoped
public class KeepMember extends PersonForm {

    @Inject
    private MemberDesk desk;

    @Inject
    private MemberKeeping keeping;

    @Inject
    private ViewSignIns signIns;

    @Inject
    private RouteBean route;

    private MemberDesk.MemberView member;
    private MemberDesk.Account account;
    private List<ViewSignIns.SignInRow> present;
    private int version;
    private String reason;

    public void load() {
        member = desk.view(route.getId());
        // where she moves to is chosen here, and never filled in
        fill(member.row().givenName(), member.row().familyName(), getMunicipality(), member.row().office(), member.row().function());
        version = member.version();
    }

    public void save() {
        keeping.edit(route.getId(), new MemberDraft(getGivenName(), getFamilyName(), getOffice(), getFunction(), version));
        tell("memberSaved");
    }

    public void move() {
        keeping.move(route.getId(), municipalityId());
        tell("memberMoved");
    }

    public void block() {
        tell(keeping.block(List.of(route.getId()), reason) ? "memberBlocked" : "memberBlockedHere");
    }

    public void unblock() {
        tell(keeping.unblock(List.of(route.getId())) ? "memberUnblocked" : "memberUnblockedHere");
    }

    public void promote() {
        keeping.promote(route.getId());
        tell("memberPromoted");
    }

    public void demote() {
        keeping.demote(route.getId());
        tell("memberDemoted");
    }

    public MemberDesk.MemberView getMember() {
        if (member == null) {
            load();
        }
        return member;
    }

    /** @return what Keycloak says, asked once a page */
    public MemberDesk.Account getAccount() {
        if (account == null) {
            account = desk.account(getMember().subject());
        }
        return account;
    }

    /** @return where she is signed in now */
    public List<ViewSignIns.SignInRow> getPresent() {
        if (present == null) {
            present = getAccount().known() ? signIns.of(getMember().subject()) : List.of();
        }
        return present;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    private void tell(String done) {
        route.goTelling("/verwaltung/mitglieder/" + route.getId(), done);
    }
}

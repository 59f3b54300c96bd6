package de.krisenaustausch.moderation.web;

import de.krisenaustausch.moderation.service.MemberDesk;
import de.krisenaustausch.moderation.service.MemberMerger;
import de.krisenaustausch.platform.web.Parameters;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Merging another account into this one: first by its address, then, having seen what moves, for good. */
@Named
@RequestScoped
public class MergeMembers {

    @Inject
    private MemberDesk desk;

    @Inject
    private MemberMerger merger;

    @Inject
    private RouteBean route;

    private MemberDesk.MemberView member;
    private MemberMerger.Merger looked;
    private String email;

    public void load() {
        member = desk.view(route.getId());
    }

    /** Shows what would move. */
    public void look() {
        looked = merger.look(route.getId(), email);
    }

    /** @param goes the account that was shown */
    public void merge(String goes) {
        boolean told = merger.merge(route.getId(), Parameters.id(goes).orElseThrow(NotFoundException::new));
        route.goTelling("/verwaltung/mitglieder/" + route.getId(), told ? "memberMerged" : "memberMergedHere");
    }

    public MemberDesk.MemberView getMember() {
        if (member == null) {
            load();
        }
        return member;
    }

    /** @return what would move; null before it was asked for */
    public MemberMerger.Merger getLooked() {
        return looked;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}

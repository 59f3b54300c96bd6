package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.MemberService;
import de.krisenaustausch.municipality.service.DirectoryService;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The profile: who I am and where I work. The first page after the first sign-in. */
@Named
@RequestScoped
public class EditProfile extends PersonForm {

    @Inject
    private MemberService members;

    @Inject
    private DirectoryService directory;

    @Inject
    private RouteBean route;

    private MemberService.Profile profile;

    @PostConstruct
    void load() {
        profile = members.profile();
        fill(profile.givenName(), profile.familyName(), profile.municipalityId() == null ? null : directory.find(profile.municipalityId()).orElse(null),
            profile.office(), profile.function());
    }

    /** Saves, and goes on to where the person wanted to be. */
    public void save() {
        members.introduce(getGivenName(), getFamilyName(), municipalityId(), getOffice(), getFunction());
        String onward = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("weiter");
        route.goTelling(LocalAddress.of(onward, profile.complete() ? "/profil" : "/bereiche"), "profile");
    }

    public MemberService.Profile getProfile() {
        return profile;
    }
}

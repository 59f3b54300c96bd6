package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.MemberService;
import de.krisenaustausch.municipality.Place;
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
public class EditProfile {

    @Inject
    private MemberService members;

    @Inject
    private DirectoryService directory;

    @Inject
    private RouteBean route;

    private MemberService.Profile profile;
    private String givenName;
    private String familyName;
    private Place municipality;
    private String office;
    private String function;

    @PostConstruct
    void load() {
        profile = members.profile();
        givenName = profile.givenName();
        familyName = profile.familyName();
        municipality = profile.municipalityId() == null ? null : directory.find(profile.municipalityId()).orElse(null);
        office = profile.office();
        function = profile.function();
    }

    /** Saves, and goes on to where the person wanted to be. */
    public void save() {
        members.introduce(givenName, familyName, municipality == null ? null : municipality.id(), office, function);
        String onward = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("weiter");
        route.goTelling(LocalAddress.of(onward, profile.complete() ? "/profil" : "/bereiche"), "profile");
    }

    public MemberService.Profile getProfile() {
        return profile;
    }

    public String getGivenName() {
        return givenName;
    }

    public void setGivenName(String givenName) {
        this.givenName = givenName;
    }

    public String getFamilyName() {
        return familyName;
    }

    public void setFamilyName(String familyName) {
        this.familyName = familyName;
    }

    public Place getMunicipality() {
        return municipality;
    }

    public void setMunicipality(Place municipality) {
        this.municipality = municipality;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }
}

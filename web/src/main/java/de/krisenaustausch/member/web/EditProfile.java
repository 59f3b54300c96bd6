package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.MemberService;
import de.krisenaustausch.municipality.Municipality;
import de.krisenaustausch.platform.web.RouteBean;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The profile: who I am and where I work. The first page after the first sign-in. */
@Named
@RequestScoped
public class EditProfile {

    @Inject
    private MemberService members;

    @Inject
    private RouteBean route;

    private MemberService.Profile profile;
    private String givenName;
    private String familyName;
    private String municipality;
    private String office;

    @PostConstruct
    void load() {
        profile = members.profile();
        givenName = profile.givenName();
        familyName = profile.familyName();
        municipality = profile.municipality();
        office = profile.office();
    }

    /** Saves, and goes on to where the person wanted to be. */
    public void save() {
        members.introduce(givenName, familyName, municipality, office);
        String onward = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("weiter");
        route.goTelling(LocalAddress.of(onward, profile.complete() ? "/profil" : "/bereiche"), "profile");
    }

    /** @return municipalities whose name or AGS begins like what was typed */
    public List<Municipality> suggest(String typed) {
        return members.suggestMunicipalities(typed);
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

    public String getMunicipality() {
        return municipality;
    }

    public void setMunicipality(String municipality) {
        this.municipality = municipality;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }
}

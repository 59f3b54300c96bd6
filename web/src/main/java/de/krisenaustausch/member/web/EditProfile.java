package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.MemberService;
import de.krisenaustausch.member.service.MemberService.MunicipalityView;
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
    private MunicipalityView municipality;
    private String office;

    @PostConstruct
    void load() {
        profile = members.profile();
        givenName = profile.givenName();
        familyName = profile.familyName();
        municipality = profile.municipalityId() == null ? null : members.municipality(profile.municipalityId()).orElse(null);
        office = profile.office();
    }

    /** Saves, and goes on to where the person wanted to be. */
    public void save() {
        members.introduce(givenName, familyName, municipality == null ? null : municipality.id(), office);
        String onward = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("weiter");
        route.goTelling(LocalAddress.of(onward, profile.complete() ? "/profil" : "/bereiche"), "profile");
    }

    /** @return municipalities for what was typed, the larger first */
    public List<MunicipalityView> suggest(String typed) {
        return members.suggestMunicipalities(typed);
    }

    /** @return the municipality with what tells it from its namesakes: "Gemeinde Neuenkirchen, Landkreis Heidekreis" */
    public String label(MunicipalityView place) {
        return place == null ? "" : place.name() + (place.county() == null ? "" : ", " + place.county());
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

    public MunicipalityView getMunicipality() {
        return municipality;
    }

    public void setMunicipality(MunicipalityView municipality) {
        this.municipality = municipality;
    }

    public String getOffice() {
        return office;
    }

    public void setOffice(String office) {
        this.office = office;
    }
}

package de.krisenaustausch.registration.web;

import de.krisenaustausch.member.web.PersonForm;
import de.krisenaustausch.municipality.service.DirectoryService;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.registration.service.RegistrationService;
import de.krisenaustausch.registration.service.RegistrationService.Form;
import de.krisenaustausch.registration.service.RegistrationService.Stage;
import de.krisenaustausch.space.service.SpaceService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** The form behind the link of the first mail, and afterwards what comes next. Opening it changes nothing. */
@Named
@RequestScoped
public class CompleteRequest extends PersonForm {

    @Inject
    private RegistrationService registration;

    @Inject
    private DirectoryService directory;

    @Inject
    private SpaceService spaces;

    @Inject
    private RouteBean route;

    private Stage stage;
    private String email;
    private String organisation;
    private List<String> wanted = List.of();
    private String message;
    private boolean consent;
    private String mark;

    @PostConstruct
    void open() {
        RegistrationService.Opened opened = registration.open(route.getToken());
        stage = opened.stage();
        email = opened.email();
        Form known = opened.known();
        if (known != null) {
            fill(known.givenName(), known.familyName(), known.municipalityId() == null ? null : directory.find(known.municipalityId()).orElse(null),
                known.office(), known.function());
            organisation = getMunicipality() == null ? known.organisation() : null;
            wanted = known.spaces();
            message = known.message();
            mark = known.mark();
        }
    }

    /** A link that is none of ours is answered as such. */
    public void load() {
        if (stage == Stage.UNKNOWN) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Sends the form, and goes on to where it leads: straight in, or to the page that says who looks at it now. */
    public void send() {
        RegistrationService.Completed completed = registration.complete(route.getToken(), new Form(getGivenName(), getFamilyName(),
            municipalityId(), organisation, getOffice(), getFunction(), wanted, message, consent, mark));
        route.go(completed.token() != null ? "/zugang/" + completed.token() : "/registrieren/" + route.getToken());
    }

    /** @return spaces that everybody may know of */
    public List<SpaceService.SpaceRow> getSpaces() {
        return spaces.listPublic();
    }

    /** @return whether the form is there: also when it is sent once more, and leads where it led before */
    public boolean isShown() {
        return stage == Stage.FORM || FacesContext.getCurrentInstance().isPostback();
    }

    public Stage getStage() {
        return stage;
    }

    public String getEmail() {
        return email;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public List<String> getWanted() {
        return wanted;
    }

    public void setWanted(List<String> wanted) {
        this.wanted = wanted;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }

    public String getMark() {
        return mark;
    }

    public void setMark(String mark) {
        this.mark = mark;
    }
}

package de.krisenaustausch.registration.web;

import de.krisenaustausch.platform.RateLimits.Kind;
import de.krisenaustausch.platform.identity.Credential;
import de.krisenaustausch.platform.web.Limiter;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.registration.service.EntryService;
import de.krisenaustausch.registration.service.EntryService.LinkState;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;

/** The page of a personal link. Opening it changes nothing, so that mail scanners do no harm; one button uses it up. */
@Named
@RequestScoped
public class EnterPortal {

    @Inject
    private EntryService entering;

    @Inject
    private Limiter limiter;

    @Inject
    private RouteBean route;

    private EntryService.Entry entry;
    private String givenName;
    private String familyName;
    private Credential credential = Credential.PASSWORD;
    private String mark;

    @PostConstruct
    void look() {
        entry = entering.look(route.getToken());
        mark = entry.mark();
    }

    /** What is none of ours, or is over, is answered as such. */
    public void load() {
        if (entry.state() != LinkState.VALID) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(
                entry.state() == LinkState.UNKNOWN ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_GONE);
        }
    }

    /** Uses the link and goes to Keycloak, to choose a password or a passkey. Whoever was signed in here is not any more. */
    public void enter() throws IOException, jakarta.servlet.ServletException {
        FacesContext context = FacesContext.getCurrentInstance();
        HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
        if (!limiter.pass(request, (HttpServletResponse) context.getExternalContext().getResponse(), Kind.LINK_FROM_NETWORK)) {
            context.responseComplete();
            return;
        }
        Optional<String> way = entering.enter(route.getToken(), new EntryService.Choice(givenName, familyName, mark, credential));
        if (way.isPresent() && request.getUserPrincipal() != null) {
            request.logout();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        route.go(way.orElse("/zugang/" + route.getToken()));
    }

    /** @return whether the form is there: also when it is sent once more, and leads where it led before */
    public boolean isShown() {
        return entry.state() == LinkState.VALID || FacesContext.getCurrentInstance().isPostback();
    }

    public String getSpaces() {
        return String.join(", ", entry.spaces());
    }

    public EntryService.Entry getEntry() {
        return entry;
    }

    public Credential[] getCredentials() {
        return Credential.values();
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

    public Credential getCredential() {
        return credential;
    }

    public void setCredential(Credential credential) {
        this.credential = credential;
    }

    public String getMark() {
        return mark;
    }

    public void setMark(String mark) {
        this.mark = mark;
    }
}

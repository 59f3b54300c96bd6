package de.krisenaustausch.registration.web;

import de.krisenaustausch.platform.RateLimits.Kind;
import de.krisenaustausch.platform.web.Limiter;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.registration.service.RegistrationService;
import de.krisenaustausch.shared.EmailAddress;
import de.krisenaustausch.shared.web.Frame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** The first step of registering, and of getting one's link again: an address. What comes next is the same for every address. */
@Named
@RequestScoped
public class GiveAddress {

    @Inject
    private RegistrationService registration;

    @Inject
    private Limiter limiter;

    @Inject
    private Frame frame;

    @Inject
    private RouteBean route;

    private String email;

    public void begin() throws IOException {
        EmailAddress address = new EmailAddress(email == null ? null : email.strip());
        if (pass(address)) {
            registration.begin(address, frame.getLanguage());
            route.go("/registrieren/post");
        }
    }

    public void resend() throws IOException {
        EmailAddress address = new EmailAddress(email == null ? null : email.strip());
        if (pass(address)) {
            registration.resend(address, frame.getLanguage());
            route.go("/registrieren/post");
        }
    }

    private boolean pass(EmailAddress address) throws IOException {
        FacesContext context = FacesContext.getCurrentInstance();
        ExternalContext external = context.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        boolean passed = limiter.pass(request, response, Kind.LETTER_FROM_NETWORK)
            && limiter.pass(request, response, Kind.LETTER_TO_ADDRESS, address.value().toLowerCase(Locale.ROOT));
        if (!passed) {
            context.responseComplete();
        }
        return passed;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}

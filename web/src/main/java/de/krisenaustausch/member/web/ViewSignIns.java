package de.krisenaustausch.member.web;

import de.krisenaustausch.member.service.SignInService;
import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.identity.SignedIn;
import de.krisenaustausch.platform.web.RouteBean;
import de.krisenaustausch.shared.web.Format;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.wildfly.security.http.oidc.OidcPrincipal;

/** Where the reader is signed in, and ending it there. */
@Named
@RequestScoped
public class ViewSignIns {

    private static final String ADDRESS = "/profil/anmeldungen";

    @Inject
    private SignInService signIns;

    @Inject
    private LiveSessions live;

    @Inject
    private Configuration configuration;

    @Inject
    private RouteBean route;

    @Inject
    private Format format;

    private List<SignInRow> rows;

    /** A sign-in as the page shows it. @param browser "" when it is not known */
    public record SignInRow(String id, String browser, String address, Instant since, Instant lastSeen, boolean here) {
    }

    public List<SignInRow> getRows() {
        if (rows == null) {
            String here = here();
            rows = signIns.present().stream().map(session -> row(session, here)).toList();
        }
        return rows;
    }

    /** @return anybody's present sign-ins, for administrators */
    public List<SignInRow> of(String subject) {
        return signIns.of(subject).stream().map(session -> row(session, null)).toList();
    }

    public boolean isOthers() {
        return getRows().stream().anyMatch(row -> !row.here());
    }

    /** @return Keycloak's page for password, passkey and second factor, from which a link leads back here */
    public String getAccountPage() {
        return configuration.realmUrl() + "/account/account-security/signing-in?referrer=" + configuration.signInClient() + "&referrer_uri="
            + URLEncoder.encode(configuration.publicUrl() + ADDRESS, StandardCharsets.UTF_8);
    }

    public void end(String id) {
        signIns.end(id);
        route.goTelling(ADDRESS, "signInEnded");
    }

    public void endOthers() {
        signIns.endOthers(here());
        route.goTelling(ADDRESS, "signInsEnded");
    }

    private SignInRow row(SignedIn session, String here) {
        return new SignInRow(session.id(), live.agent(session.id()).map(BrowserName::of).map(this::words).orElse(""), session.address(), session.since(),
            session.lastSeen(), session.id().equals(here));
    }

    private String words(BrowserName name) {
        if (name.browser() == null || name.system() == null) {
            return name.browser() == null ? "" : name.browser();
        }
        return format.text("signins.browser.on", name.browser(), name.system());
    }

    private static String here() {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return request.getUserPrincipal() instanceof OidcPrincipal<?> principal ? SessionGuard.sid(principal) : null;
    }
}

package de.krisenaustausch.shared.web;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.wildfly.security.http.oidc.IDToken;
import org.wildfly.security.http.oidc.OidcPrincipal;

/** What the frame of every page shows: who I am, my language, where I am. Needs neither database nor session. */
@Named
@RequestScoped
public class Frame {

    private static final Pattern DONE = Pattern.compile("[a-zA-Z]{1,40}");

    @Inject
    private HttpServletRequest request;
    private Locale locale;

    /** Language of the page. */
    public Locale getLocale() {
        if (locale == null) {
            locale = Languages.of(request);
        }
        return locale;
    }

    /** Two-letter code of the page's language. */
    public String getLanguage() {
        return getLocale().getLanguage();
    }

    /** Two-letter code of the language to switch to. */
    public String getOtherLanguage() {
        return Languages.ALL.stream().filter(other -> !other.equals(getLocale())).findFirst().orElseThrow().getLanguage();
    }

    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** Whether the administrators' pages are offered; the pages check for themselves. */
    public boolean isAdmin() {
        return request.isUserInRole("admin");
    }

    /** My name as the sign-in service knows it, else the name I sign in with. */
    public String getName() {
        if (request.getUserPrincipal() instanceof OidcPrincipal<?> principal) {
            IDToken token = principal.getOidcSecurityContext().getIDToken();
            String name = token == null ? null : token.getClaimValueAsString("name");
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return isSignedIn() ? request.getUserPrincipal().getName() : "";
    }

    /** What stands in the search field. */
    public String getQuery() {
        return request.getParameter("q");
    }

    /** Minutes after which an idle session ends; 0 without a session. */
    public int getSessionMinutes() {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval() / 60;
    }

    /**
     * The sentence that tells what the action before this page did: the address names it ({@code ?meldung=joined}), and
     * only what the bundles have as {@code done.joined} is said. Empty where nothing was done.
     */
    public String getDone() {
        String done = request.getParameter("meldung");
        boolean asked = done != null && DONE.matcher(done).matches() && "GET".equals(request.getMethod());
        ResourceBundle texts = asked ? Texts.in(getLocale()) : null;
        return asked && texts.containsKey("done." + done) ? texts.getString("done." + done) : "";
    }

    /** Path and query of this page as the browser sees them, to come back to. */
    public String getPath() {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
        String rest = forwarded == null ? request.getQueryString() : (String) query;
        return rest == null ? path : path + "?" + rest;
    }
}

package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.identity.Presence;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.wildfly.security.http.oidc.Oidc;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientConfigurationBuilder;
import org.wildfly.security.http.oidc.OidcClientConfigurationResolver;
import org.wildfly.security.http.oidc.OidcClientContext;
import org.wildfly.security.http.oidc.OidcHttpFacade;

/**
 * Adds to the server's sign-in configuration what its subsystem has no attribute for: PKCE (S256), that the REST
 * interface answers 401 in place of a redirect to whoever comes without session and token, and that nobody is sent to a
 * sign-in service that does not answer.
 */
public class SignIn implements ServletContextListener {

    private static final String API = "/api/";

    @Inject
    private Presence presence;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        String json = context.getInitParameter(Oidc.JSON_CONFIG_CONTEXT_PARAM);
        if (json == null) {
            throw new IllegalStateException("The server has no secure-deployment for this application (elytron-oidc-client).");
        }
        OidcClientConfiguration pages = configuration(json);
        OidcClientConfiguration api = configuration(json);
        api.setBearerOnly(true);
        context.setAttribute(Oidc.OIDC_CLIENT_CONTEXT_KEY, new OidcClientContext(new ByCaller(pages, api)));
    }

    private OidcClientConfiguration configuration(String json) {
        OidcClientConfiguration configuration = new Builder(new AskedFirst(presence)).build(json);
        configuration.setPkce(true);
        return configuration;
    }

    /** Without an address to send browsers to, Elytron refuses with 403, which the error page turns into 503. */
    private static final class AskedFirst extends OidcClientConfiguration {

        private final Presence presence;

        private AskedFirst(Presence presence) {
            this.presence = presence;
        }

        @Override
        public String getAuthUrl() {
            return presence.isAnswering() ? super.getAuthUrl() : null;
        }
    }

    /** Elytron's own, but it fills in a configuration that is given. */
    private static final class Builder extends OidcClientConfigurationBuilder {

        private Builder(OidcClientConfiguration empty) {
            oidcClientConfiguration = empty;
        }

        private OidcClientConfiguration build(String json) {
            return internalBuild(loadOidcJsonConfiguration(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private record ByCaller(OidcClientConfiguration pages, OidcClientConfiguration api) implements OidcClientConfigurationResolver {

        @Override
        public OidcClientConfiguration resolve(OidcHttpFacade.Request request) {
            boolean program = request.getRelativePath().startsWith(API) && request.getCookie("KASESSION") == null;
            return program ? api : pages;
        }
    }
}

package de.krisenaustausch.platform.web;

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
 * Adds to the server's sign-in configuration what its subsystem has no attribute for: PKCE (S256), and that the REST
 * interface answers 401 in place of a redirect to whoever comes without session and token.
 */
public class SignIn implements ServletContextListener {

    private static final String API = "/api/";

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

    private static OidcClientConfiguration configuration(String json) {
        OidcClientConfiguration configuration = OidcClientConfigurationBuilder.build(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        configuration.setPkce(true);
        return configuration;
    }

    private record ByCaller(OidcClientConfiguration pages, OidcClientConfiguration api) implements OidcClientConfigurationResolver {

        @Override
        public OidcClientConfiguration resolve(OidcHttpFacade.Request request) {
            boolean program = request.getRelativePath().startsWith(API) && request.getCookie("KASESSION") == null;
            return program ? api : pages;
        }
    }
}

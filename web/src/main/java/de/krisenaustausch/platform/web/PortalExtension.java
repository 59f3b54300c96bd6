package de.krisenaustausch.platform.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.ServletContext;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.wildfly.security.http.oidc.Oidc;

/**
 * What must happen before the server looks at a request, and so can't be a filter: every response, also those of the
 * sign-in and of errors, carries the security headers; nothing but a file may be large; and a request that comes back from signing in loses the session
 * it had before, so that nobody can be led into a session prepared by somebody else (session fixation).
 */
public class PortalExtension implements ServletExtension {

    private static final String POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'%s; script-src 'self'";
    private static final Pattern NONCE = Pattern.compile("'nonce-[A-Za-z0-9+/=_-]+'");
    private static final HttpString CSP = new HttpString("Content-Security-Policy");
    private static final HttpString REFERRER = new HttpString("Referrer-Policy");
    private static final HttpString NO_SNIFF = new HttpString("X-Content-Type-Options");
    private static final HttpString PERMISSIONS = new HttpString("Permissions-Policy");
    private static final HttpString OPENER = new HttpString("Cross-Origin-Opener-Policy");
    private static final String SESSION_COOKIE = "KASESSION";
    /** The one address that takes files; it has a limit of its own ({@code KA_UPLOAD_MAX_MB}). */
    private static final String UPLOADS = "/api/v1/uploads";
    /** The official list of municipalities has about 4 MB. */
    private static final String LISTS = "/api/v1/municipalities/imports";
    private static final long LARGEST_LIST = 61L * 1024 * 1024;
    /** Bytes that a form or a JSON document may have. */
    private static final long LARGEST_FORM = 2L * 1024 * 1024;

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        String policy = policy(deployment.getInitParameters().get(Oidc.JSON_CONFIG_CONTEXT_PARAM));
        deployment.addInitialHandlerChainWrapper(next -> new Guard(next, policy));
    }

    /**
     * The policy of pages; downloads set a stricter one of their own. Forms may also lead to the sign-in service, since
     * browsers hold the answers to a form to the same rule: signing out, and posting after the sign-in has ended.
     */
    static String policy(String oidc) {
        if (oidc == null) {
            return POLICY.formatted("");
        }
        try (JsonReader json = Json.createReader(new StringReader(oidc))) {
            JsonObject settings = json.readObject();
            URI provider = URI.create(settings.getString("provider-url", settings.getString("auth-server-url", "")));
            return POLICY.formatted(provider.getHost() == null ? "" : " " + provider.getScheme() + "://" + provider.getAuthority());
        }
    }

    /** Two policies would both hold, and the stricter one would stop what the other allows: PrimeFaces' nonce joins ours. */
    static String joined(String policy, List<String> sent) {
        return sent.stream().flatMap(each -> NONCE.matcher(each).results()).findFirst().map(nonce -> policy + " " + nonce.group()).orElse(sent.get(sent.size() - 1));
    }

    private record Guard(HttpHandler next, String policy) implements HttpHandler {

        @Override
        public void handleRequest(HttpServerExchange exchange) throws Exception {
            HeaderMap headers = exchange.getResponseHeaders();
            headers.put(CSP, policy);
            exchange.addResponseCommitListener(response -> join(response.getResponseHeaders()));
            headers.put(REFERRER, "same-origin");
            headers.put(NO_SNIFF, "nosniff");
            headers.put(PERMISSIONS, "camera=(), microphone=(), geolocation=()");
            headers.put(OPENER, "same-origin");
            if ("https".equals(exchange.getRequestScheme())) {
                headers.put(Headers.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
            }
            if (exchange.getQueryParameters().containsKey("code") && exchange.getQueryParameters().containsKey("state")) {
                dropSession(exchange);
            }
            if (!UPLOADS.equals(exchange.getRequestPath())) {
                exchange.setMaxEntitySize(LISTS.equals(exchange.getRequestPath()) ? LARGEST_LIST : LARGEST_FORM);
            }
            next.handleRequest(exchange);
        }

        private void join(HeaderMap headers) {
            HeaderValues policies = headers.get(CSP);
            if (policies != null && policies.size() > 1) {
                headers.put(CSP, joined(policy, List.copyOf(policies)));
            }
        }

        private static void dropSession(HttpServerExchange exchange) {
            String cookies = exchange.getRequestHeaders().getFirst(Headers.COOKIE);
            if (cookies != null) {
                String kept = java.util.Arrays.stream(cookies.split(";")).map(String::strip)
                    .filter(cookie -> !cookie.startsWith(SESSION_COOKIE + "=")).collect(java.util.stream.Collectors.joining("; "));
                exchange.getRequestHeaders().put(Headers.COOKIE, kept);
            }
        }
    }
}

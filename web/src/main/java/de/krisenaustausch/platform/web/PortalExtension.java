package de.krisenaustausch.platform.web;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.servlet.ServletContext;

/**
 * What must happen before the server looks at a request, and so can't be a filter: every response, also those of the
 * sign-in and of errors, carries the security headers; and a request that comes back from signing in loses the session
 * it had before, so that nobody can be led into a session prepared by somebody else (session fixation).
 */
public class PortalExtension implements ServletExtension {

    /** The policy of pages; downloads set a stricter one of their own, and PrimeFaces adds a nonce (web.xml). */
    public static final String POLICY = "default-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; script-src 'self'";
    private static final HttpString CSP = new HttpString("Content-Security-Policy");
    private static final HttpString REFERRER = new HttpString("Referrer-Policy");
    private static final HttpString NO_SNIFF = new HttpString("X-Content-Type-Options");
    private static final HttpString PERMISSIONS = new HttpString("Permissions-Policy");
    private static final HttpString OPENER = new HttpString("Cross-Origin-Opener-Policy");
    private static final String SESSION_COOKIE = "KASESSION";

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> new Guard(next));
    }

    private record Guard(HttpHandler next) implements HttpHandler {

        @Override
        public void handleRequest(HttpServerExchange exchange) throws Exception {
            HeaderMap headers = exchange.getResponseHeaders();
            headers.put(CSP, POLICY);
            // two policies would both hold, and the stricter one would stop what the other allows
            exchange.addResponseCommitListener(response -> onlyLast(response.getResponseHeaders()));
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
            next.handleRequest(exchange);
        }

        private static void onlyLast(HeaderMap headers) {
            HeaderValues policies = headers.get(CSP);
            if (policies != null && policies.size() > 1) {
                headers.put(CSP, policies.getLast());
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

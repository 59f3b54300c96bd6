package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs in as a person does, through Keycloak's page, and keeps the portal's session. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int STEPS = 4;

    private Browser() {
    }

    /** @return the header line that carries the session @throws StackException when signing in does not end in the portal */
    static String signIn(URI portal, String username, String password) {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
        try {
            HttpResponse<String> page = send(http, HttpRequest.newBuilder(URI.create(portal + "/anmelden")).build());
            for (int step = 0; step < STEPS && !page.uri().getAuthority().equals(portal.getAuthority()); step++) {
                Matcher form = FORM.matcher(page.body());
                if (!form.find()) {
                    throw new StackException("Signing in as " + username + " stops at " + page.uri());
                }
                page = send(http, HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("username=" + encode(username) + "&password=" + encode(password))).build());
            }
            for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
                if ("KASESSION".equals(cookie.getName()) && page.statusCode() == 200) {
                    return "Cookie: KASESSION=" + cookie.getValue() + "\r\n";
                }
            }
            throw new StackException("Signing in as " + username + " gives no session: " + page.statusCode() + " at " + page.uri());
        } catch (IOException broken) {
            throw new StackException("Signing in as " + username + " failed: " + broken.getMessage(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while signing in.", stopped);
        }
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as a person does, through Keycloak's page, and keeps the portal's session. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int STEPS = 12;

    private Browser() {
    }

    /**
     * What came of signing in, and where its time went.
     *
     * @param session header line that carries the session
     * @param portal nanoseconds that the portal took: the way to Keycloak, the way back, the first page
     * @param page nanoseconds of Keycloak's page
     * @param password nanoseconds of Keycloak's answer to the password
     */
    record Visit(String session, long portal, long page, long password) {
    }

    /** @return the header line that carries the session @throws StackException when signing in does not end in the portal */
    static String signIn(URI portal, String username, String password) {
        try {
            return visit(client(), portal, username, password).session();
        } catch (IOException broken) {
            throw new StackException("Signing in as " + username + " failed: " + broken.getMessage(), broken);
        }
    }

    /** @return what goes from page to page, from one sign-in to the next; it keeps connections, but no cookies */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /** @throws StackException when signing in does not end in the portal */
    static Visit visit(HttpClient http, URI portal, String username, String password) throws IOException {
        Cookies cookies = new Cookies();
        long[] taken = new long[3];
        HttpRequest.Builder next = HttpRequest.newBuilder(URI.create(portal + "/anmelden"));
        HttpResponse<String> page = null;
        for (int step = 0; next != null && step < STEPS; step++) {
            HttpRequest request = next.build();
            boolean own = request.uri().getAuthority().equals(portal.getAuthority());
            long begin = System.nanoTime();
            page = send(http, request, cookies);
            taken[own ? 0 : "GET".equals(request.method()) ? 1 : 2] += System.nanoTime() - begin;
            next = next(page, own, username, password);
        }
        String session = cookies.values.get("KASESSION");
        if (session == null || page.statusCode() != 200 || !page.uri().getAuthority().equals(portal.getAuthority())) {
            throw new StackException("Signing in as " + username + " gives no session: " + page.statusCode() + " at " + page.uri());
        }
        return new Visit("Cookie: KASESSION=" + session + "\r\n", taken[0], taken[1], taken[2]);
    }

    /** @return where the answer leads, or the form on it; null at the end */
    private static HttpRequest.Builder next(HttpResponse<String> page, boolean own, String username, String password) {
        String location = page.headers().firstValue("Location").orElse(null);
        if (location != null) {
            return HttpRequest.newBuilder(page.uri().resolve(location));
        }
        Matcher form = FORM.matcher(page.body());
        return own || !form.find() ? null : HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("username=" + encode(username) + "&password=" + encode(password)));
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest request, Cookies cookies) throws IOException {
        // the portal sends only those to Keycloak's page who want a page
        HttpRequest.Builder all = HttpRequest.newBuilder(request, (name, value) -> true).header("Accept", "text/html");
        if (!cookies.values.isEmpty()) {
            all.header("Cookie", cookies.line());
        }
        try {
            HttpResponse<String> answer = http.send(all.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookies::keep);
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while signing in.", stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All cookies for both servers, also those that Java would send by TLS only: browsers trust this machine without it. */
    private static final class Cookies {

        private final Map<String, String> values = new LinkedHashMap<>();

        private String line() {
            return values.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
        }

        private void keep(String line) {
            String[] cookie = line.split(";")[0].split("=", 2);
            if (cookie[1].isEmpty() || "\"\"".equals(cookie[1])) {
                values.remove(cookie[0]);
            } else {
                values.put(cookie[0], cookie[1]);
            }
        }
    }
}

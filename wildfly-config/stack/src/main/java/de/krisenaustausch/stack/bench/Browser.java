package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as a person does, through Keycloak's page, and keeps the portal's session. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final int STEPS = 4;

    private Browser() {
    }

    /** @return the header line that carries the session @throws StackException when signing in does not end in the portal */
    static String signIn(URI portal, String username, String password) {
        Cookies cookies = new Cookies();
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
            String session = cookies.values.get("KASESSION");
            if (session != null && page.statusCode() == 200) {
                return "Cookie: KASESSION=" + session + "\r\n";
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
        // the portal sends only those to Keycloak's page who want a page
        return http.send(HttpRequest.newBuilder(request, (name, value) -> true).header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All cookies for both servers, also those that Java would send by TLS only: browsers trust this machine without it. */
    private static final class Cookies extends CookieHandler {

        private final Map<String, String> values = new LinkedHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            return Map.of("Cookie", List.of(values.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "))));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.forEach((name, lines) -> {
                if ("set-cookie".equalsIgnoreCase(name)) {
                    lines.forEach(this::keep);
                }
            });
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

package de.krisenaustausch.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without a window: keeps cookies, signs in on Keycloak's form, sends the forms of pages as a browser would.
 * Redirects are answers, not followed. Faster than Chromium by far, and it may do what browsers forbid.
 */
public final class SessionClient {

    /** Name of the session's cookie. */
    public static final String SESSION = "KASESSION";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Map<String, SessionClient> SESSIONS = new ConcurrentHashMap<>();
    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
    private static final String BUTTON = "";
    private static final int HOPS = 10;

    /** Cookies by host and port; Keycloak's are Secure even on http, which is no matter here. */
    private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

    private SessionClient() {
    }

    /** A browser of nobody. */
    public static SessionClient anonymous() {
        return new SessionClient();
    }

    /** The signed-in browser of that account, the same for all who ask. */
    public static SessionClient of(String email) {
        return SESSIONS.computeIfAbsent(email, SessionClient::signedIn);
    }

    public static SessionClient of(Person person) {
        return of(person.email());
    }

    /** A browser that has just signed in and belongs to the caller alone. */
    public static SessionClient signedIn(String email) {
        SessionClient client = new SessionClient();
        client.signIn(email);
        return client;
    }

    /** Forgets whom {@link #of} has signed in, since the portal has. */
    static void forgetAll() {
        SESSIONS.clear();
    }

    /** Signs in on Keycloak's form. @return the answer that the portal gave to Keycloak's redirect */
    public HttpResponse<String> signIn(String email) {
        HttpResponse<String> answer = get("/anmelden");
        for (int hop = 0; hop < HOPS && !answer.body().contains("kc-form-login"); hop++) {
            answer = follow(answer);
        }
        Matcher action = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"").matcher(answer.body());
        if (!action.find()) {
            throw new IllegalStateException("Keycloak shows no form: " + answer.statusCode() + " " + answer.body());
        }
        HttpResponse<String> back = exchange(HttpRequest.newBuilder(URI.create(unescape(action.group(1))))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(Map.of("username", email, "password", Person.PASSWORD)))), HttpResponse.BodyHandlers.ofString());
        if (back.statusCode() != 302) {
            throw new IllegalStateException("Keycloak refuses " + email + ": " + back.statusCode() + " " + back.body());
        }
        return follow(back);
    }

    /** Goes where a redirect leads. */
    public HttpResponse<String> follow(HttpResponse<?> redirect) {
        String location = redirect.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException("no redirect: " + redirect));
        return exchange(HttpRequest.newBuilder(redirect.uri().resolve(location)).GET(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), Map.of());
    }

    /** Sends fields as a form of the portal's own pages does. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(encode(fields)),
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", TestStack.get().portalUrl().toString()));
    }

    /** Opens a page, fills in a form of it, and sends it. */
    public HttpResponse<String> submit(String path, String form, Map<String, String> fields) {
        HttpResponse<String> page = get(path);
        if (page.statusCode() != 200) {
            throw new IllegalStateException("no page at " + path + ": " + page.statusCode());
        }
        Map<String, String> all = ownFields(page.body(), form);
        all.putAll(fields);
        return post(path, all);
    }

    /** Sends anything; the portal's address is put before the path. */
    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        return send(method, path, body, headers, HttpResponse.BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers, HttpResponse.BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TestStack.get().portalUrl() + path)).method(method, body);
        headers.forEach(request::setHeader);
        return exchange(request, handler);
    }

    /** @return what a page's form sends of itself, by name: hidden inputs, and its first button unless that is a plain one */
    public static Map<String, String> ownFields(String page, String form) {
        int start = page.indexOf("<form id=\"" + form + "\"");
        if (start < 0) {
            throw new IllegalStateException("no form " + form + " in " + page);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        INPUT.matcher(page.substring(start, page.indexOf("</form>", start))).results().forEach(input -> {
            Map<String, String> attributes = ATTRIBUTE.matcher(input.group()).results()
                .collect(Collectors.toMap(each -> each.group(1), each -> unescape(each.group(2)), (first, second) -> first));
            boolean button = "submit".equals(attributes.get("type")) && fields.putIfAbsent(BUTTON, "") == null;
            if (button || "hidden".equals(attributes.get("type"))) {
                fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
            }
        });
        fields.remove(BUTTON);
        return fields;
    }

    /** @return the value of a page's input, "" when it has none */
    public static String value(String page, String name) {
        return INPUT.matcher(page).results().map(java.util.regex.MatchResult::group).filter(input -> input.contains("name=\"" + name + "\""))
            .flatMap(input -> ATTRIBUTE.matcher(input).results()).filter(attribute -> "value".equals(attribute.group(1)))
            .map(attribute -> unescape(attribute.group(2))).findFirst().orElse("");
    }

    /** @return the value of a cookie that the portal set, or null */
    public String cookie(String name) {
        return jar(TestStack.get().portalUrl()).get(name);
    }

    public void setCookie(String name, String value) {
        jar(TestStack.get().portalUrl()).put(name, value);
    }

    private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        Map<String, String> jar = jar(request.build().uri());
        if (!jar.isEmpty()) {
            request.setHeader("Cookie", jar.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; ")));
        }
        HttpRequest built = request.build();
        if (built.headers().firstValue("Accept").isEmpty()) {
            // without it the sign-in takes us for a program, and refuses instead of leading on
            built = request.setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build();
        }
        try {
            HttpResponse<T> answer = HTTP.send(built, handler);
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void keep(Map<String, String> jar, String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        boolean gone = header.matches("(?i).*;\\s*max-age=0\\b.*") || pair.length < 2 || pair[1].isEmpty();
        if (gone) {
            jar.remove(pair[0]);
        } else {
            jar.put(pair[0], pair[1]);
        }
    }

    private Map<String, String> jar(URI uri) {
        return cookies.computeIfAbsent(uri.getAuthority(), host -> new ConcurrentHashMap<>());
    }

    /** @return fields as a form sends them */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> Api.encode(field.getKey()) + "=" + Api.encode(field.getValue())).collect(Collectors.joining("&"));
    }

    private static String unescape(String html) {
        return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&#x2f;", "/").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}

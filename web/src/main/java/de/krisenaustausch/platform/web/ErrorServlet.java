package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.identity.Presence;
import de.krisenaustausch.shared.web.Assets;
import de.krisenaustausch.shared.web.Languages;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every error that the container answers, in the portal's look for people and as problem details (RFC 9457) for
 * programs. A servlet with a plain text template, because it must still speak when Faces, database and sign-in fail;
 * what happened inside is for the log and never shown.
 */
@WebServlet("/fehler")
public class ErrorServlet extends HttpServlet {

    private static final String TEMPLATE = "/WEB-INF/templates/error.html";
    private static final Pattern HOLE = Pattern.compile("\\$\\{([\\w./-]+)}");
    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 409, 413, 429, FailureHandler.VIEW_EXPIRED, 500, 503);
    private static final int OUTAGE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private static final int TOO_MANY = 429;
    private static final long SECONDS_A_MINUTE = 60;

    @Inject
    private transient Assets assets;

    @Inject
    private transient Presence signIn;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        String path = request.getDispatcherType() == DispatcherType.ERROR
            ? String.valueOf(Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI),
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))) : request.getRequestURI();
        Locale locale = Languages.of(request);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == OUTAGE) {
            response.setHeader("Retry-After", "60");
        }
        if (status == TOO_MANY && request.getAttribute(Limiter.RETRY_AFTER) != null) {
            response.setHeader("Retry-After", request.getAttribute(Limiter.RETRY_AFTER).toString());
        }
        boolean program = path.startsWith(request.getContextPath() + "/api/");
        byte[] body = (program ? problem(status, locale, request) : page(status, path, locale, request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(program ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setHeader("Content-Language", locale.getLanguage());
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** The container's status, but 503 where a neighbour is away. */
    private int status(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return isNotAsked(status, request) || Outage.isOne((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)) ? OUTAGE : status;
    }

    /**
     * Elytron answers 403 to a visitor whom it can't send to the sign-in service, and 401 to a program whose token or session it can't
     * have confirmed there: nobody is signed in, and yet nobody was asked to.
     */
    private boolean isNotAsked(int status, HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            return false;
        }
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        boolean vouched = request.getHeader("Authorization") != null || request.getRequestedSessionId() != null;
        return status == HttpServletResponse.SC_FORBIDDEN && (reads || !signIn.isAnswering())
            || status == HttpServletResponse.SC_UNAUTHORIZED && vouched && !signIn.isAnswering();
    }

    private static String problem(int status, Locale locale, HttpServletRequest request) {
        ResourceBundle texts = Messages.bundle(locale);
        return Json.createObjectBuilder().add("type", "about:blank").add("status", status)
            .add("title", texts.getString("failure." + known(status) + ".title"))
            .add("detail", text(status, locale, request)).build().toString();
    }

    private String page(int status, String path, Locale locale, HttpServletRequest request) throws IOException {
        ResourceBundle texts = Messages.bundle(locale);
        boolean again = status == OUTAGE || status == 500 || status == FailureHandler.VIEW_EXPIRED || status == 429;
        boolean signedIn = request.getUserPrincipal() != null;
        Map<String, String> values = Map.of(
            "language", locale.getLanguage(),
            "title", texts.getString("failure." + known(status) + ".title"),
            "text", text(status, locale, request),
            "next", texts.getString(again ? "failure.again" : signedIn ? "failure.spaces" : "failure.home"),
            "href", again && path.startsWith("/") && !path.startsWith("//") ? path : signedIn ? "/bereiche" : "/",
            "other", texts.getString(again || signedIn ? "failure.start" : "frame.signin"),
            "otherHref", again || signedIn ? "/" : "/anmelden",
            "status", String.valueOf(status));
        try (InputStream template = getServletContext().getResourceAsStream(TEMPLATE)) {
            return HOLE.matcher(new String(template.readAllBytes(), StandardCharsets.UTF_8)).replaceAll(hole ->
                Matcher.quoteReplacement(escape(fill(hole.group(1), values, texts))));
        }
    }

    /**
     * A conflict is one of our own, and whoever sends it says in the reader's words what it is. Whoever has to wait is
     * told how long.
     */
    private static String text(int status, Locale locale, HttpServletRequest request) {
        if (status == TOO_MANY && request.getAttribute(Limiter.RETRY_AFTER) instanceof Long seconds) {
            return Messages.sentence(locale, "failure.429.wait", (seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE);
        }
        ResourceBundle texts = Messages.bundle(locale);
        Object said = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        boolean own = status == HttpServletResponse.SC_CONFLICT && said != null && !said.toString().isBlank();
        return own ? said.toString() : texts.getString("failure." + known(status) + ".text");
    }

    private String fill(String name, Map<String, String> values, ResourceBundle texts) {
        if (name.startsWith("ka/")) {
            return assets.url(name);
        }
        return values.containsKey(name) ? values.get(name) : texts.getString(name);
    }

    /** Codes without a text of their own speak with that of their family. */
    private static int known(int status) {
        return KNOWN.contains(status) ? status : status < 500 ? HttpServletResponse.SC_BAD_REQUEST : 500;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

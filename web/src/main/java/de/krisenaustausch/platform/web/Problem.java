package de.krisenaustausch.platform.web;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.ChangedMeanwhileException;
import de.krisenaustausch.shared.NotAllowedException;
import de.krisenaustausch.shared.NotFoundException;
import de.krisenaustausch.shared.web.Languages;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A failure as programs read it (RFC 9457, "problem details"): what went wrong in one sentence of the caller's
 * language, and a code that does not change with the language.
 *
 * @param code key of the sentence, such as {@code error.required}
 * @param title what the status means
 * @param detail what happened this time
 */
public record Problem(int status, String code, String title, String detail) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Failures whose status says more than "your input is wrong". */
    private static final Map<String, Integer> STATUS = Map.of(
        "upload.tooLarge", 413,
        "upload.cutOff", 400,
        "error.malformed", 400,
        "document.heldBack.pending", 409,
        "document.heldBack.infected", 409,
        "upload.storeFailed", 503,
        "link.taken", 409,
        "link.restore.tooLate", 410,
        "document.bin.tooLate", 410);
    private static final int UNPROCESSABLE = 422;

    /** @return what an expected failure is to a program */
    public static Problem of(BusinessException failure, Locale locale) {
        int status = status(failure);
        return new Problem(status, failure.getMessageKey(), title(status, locale), Messages.sentence(locale, failure));
    }

    /** @return a failure of which no more is known, or may be said, than its status */
    public static Problem of(int status, Locale locale) {
        String title = title(status, locale);
        String key = "problem.detail." + status;
        String detail = Messages.sentence(locale, key);
        return new Problem(status, "http." + status, title, key.equals(detail) ? title : detail);
    }

    /** Answers a request that never reached a resource. */
    public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Content-Language", Languages.of(request).getLanguage());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** @return the document of RFC 9457 */
    public String json() {
        return Json.createObjectBuilder().add("type", "about:blank").add("title", title).add("status", status)
            .add("detail", detail).add("code", code).build().toString();
    }

    private static int status(BusinessException failure) {
        if (failure instanceof NotFoundException) {
            return 404;
        }
        if (failure instanceof NotAllowedException) {
            return 403;
        }
        if (failure instanceof ChangedMeanwhileException) {
            return 409;
        }
        return STATUS.getOrDefault(failure.getMessageKey(), UNPROCESSABLE);
    }

    private static String title(int status, Locale locale) {
        String key = "problem." + status;
        String title = Messages.sentence(locale, key);
        return title.equals(key) ? Messages.sentence(locale, status < 500 ? "problem.400" : "problem.500") : title;
    }
}

package de.krisenaustausch.shared.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which language a request is answered in: the one chosen in the footer (a cookie, so that it needs no session and
 * outlives the sign-in), else the browser's, else German.
 */
public final class Languages {

    /** Name of the cookie that remembers the choice. */
    static final String COOKIE = "KASPRACHE";
    /** The languages of the interface, German first. */
    public static final List<Locale> ALL = List.of(Locale.GERMAN, Locale.ENGLISH);

    private Languages() {
    }

    /** The language for this request; always one of {@link #ALL}. */
    public static Locale of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            Locale chosen = Arrays.stream(cookies).filter(cookie -> COOKIE.equals(cookie.getName()))
                    .map(cookie -> named(cookie.getValue())).filter(Objects::nonNull).findFirst().orElse(null);
            if (chosen != null) {
                return chosen;
            }
        }
        if (request.getHeader("Accept-Language") == null) {
            return Locale.GERMAN;
        }
        return Collections.list(request.getLocales()).stream().map(locale -> named(locale.getLanguage()))
                .filter(Objects::nonNull).findFirst().orElse(Locale.GERMAN);
    }

    /** The language with this two-letter code, or null where the portal does not speak it. */
    static Locale named(String code) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(code)).findFirst().orElse(null);
    }
}

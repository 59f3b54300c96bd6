package de.krisenaustausch.link.service.page;

import java.util.Map;

/**
 * What a server answered.
 *
 * @param headers by their names in small letters; of several of one name the first
 * @param body its beginning, where it is HTML; else empty
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    private static final int REDIRECTION = 300;
    private static final int REFUSAL = 400;

    boolean isGood() {
        return status >= 200 && status < REDIRECTION;
    }

    /** @return whether the page is elsewhere, where it says */
    boolean isRedirect() {
        return status > REDIRECTION && status < REFUSAL && status != 304 && headers.containsKey("location");
    }

    boolean isHtml() {
        return headers.getOrDefault("content-type", "").strip().toLowerCase(java.util.Locale.ROOT).matches("text/html\\b.*|application/xhtml\\+xml\\b.*");
    }
}

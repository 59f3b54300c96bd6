package de.krisenaustausch.document.web;

import de.krisenaustausch.document.service.DownloadService.FileView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a request for a file is answered: whole, in part, or not at all because the caller has it already. The ETag is
 * the content's SHA-256, so that it is strong and the same on every server.
 *
 * @param status 200, 206, 304 or 416
 * @param headers in the order in which they are sent
 * @param part which bytes follow; its length is 0 where none do
 */
record FileAnswer(int status, Map<String, String> headers, ByteRange part) {

    /** Nothing that was uploaded ever runs here, whatever a browser takes it for. */
    static final String SANDBOX = "sandbox; default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Kept by the reader's browser only, and asked for again each time: rights may have changed. */
    private static final String CACHE = "private, no-cache";
    private static final ByteRange NOTHING = new ByteRange(0, 0);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);

    /** What a request says of the file it wants; each may be null. */
    record Conditions(String range, String ifRange, String ifNoneMatch) {
    }

    static FileAnswer of(FileView file, Conditions conditions) {
        String tag = "\"" + file.sha256().hex() + "\"";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", tag);
        headers.put("Last-Modified", date(file.since()));
        headers.put("Cache-Control", CACHE);
        headers.put("Accept-Ranges", "bytes");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", SANDBOX);
        if (matches(conditions.ifNoneMatch(), tag)) {
            return new FileAnswer(304, headers, NOTHING);
        }
        ByteRange part;
        try {
            part = mayBePart(conditions.ifRange(), tag, file.since()) ? ByteRange.parse(conditions.range(), file.size()) : null;
        } catch (ByteRange.UnsatisfiableException behindTheEnd) {
            headers.put("Content-Range", "bytes */" + file.size());
            headers.put("Content-Length", "0");
            return new FileAnswer(416, headers, NOTHING);
        }
        headers.put("Content-Type", file.mediaType());
        headers.put("Content-Disposition", ContentDisposition.attachment(file.fileName()));
        headers.put("Content-Length", String.valueOf(part == null ? file.size() : part.length()));
        if (part == null) {
            return new FileAnswer(200, headers, new ByteRange(0, file.size()));
        }
        headers.put("Content-Range", part.header(file.size()));
        return new FileAnswer(206, headers, part);
    }

    /** @return whether this answer begins a download: further parts of the same one are not counted again */
    boolean begins() {
        return status == 200 || status == 206 && part.from() == 0;
    }

    /** If-None-Match compares weakly: a W/ in front changes nothing. */
    private static boolean matches(String header, String tag) {
        return header != null && Arrays.stream(header.split(",")).map(String::strip)
            .anyMatch(each -> "*".equals(each) || each.replaceFirst("^W/", "").equals(tag));
    }

    /** If-Range wants the very same content: its tag, strongly, or the exact date. */
    private static boolean mayBePart(String ifRange, String tag, Instant since) {
        return ifRange == null || ifRange.strip().equals(tag) || ifRange.strip().equals(date(since));
    }

    private static String date(Instant instant) {
        return HTTP_DATE.format(instant);
    }
}

package de.krisenaustausch.document.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a file is asked for (RFC 9110, section 14). One range is answered with it; several, other units and
 * nonsense are answered with the whole file, as the standard allows.
 *
 * @param from first byte, from 0
 * @param length how many bytes
 */
record ByteRange(long from, long length) {

    private static final Pattern FORM = Pattern.compile("(?i)bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

    /** The range lies behind the file's end: 416. */
    static final class UnsatisfiableException extends Exception {
    }

    /**
     * @param header value of Range, or null
     * @param size bytes of the whole file
     * @return the part, or null for the whole
     */
    static ByteRange parse(String header, long size) throws UnsatisfiableException {
        Matcher matcher = header == null ? null : FORM.matcher(header.strip());
        if (matcher == null || !matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return null;
        }
        if (matcher.group(1).isEmpty()) {
            return suffix(Long.parseLong(matcher.group(2)), size);
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        if (to < from) {
            return null;
        }
        if (from >= size) {
            throw new UnsatisfiableException();
        }
        return new ByteRange(from, Math.min(to, size - 1) - from + 1);
    }

    private static ByteRange suffix(long last, long size) throws UnsatisfiableException {
        if (last == 0 || size == 0) {
            throw new UnsatisfiableException();
        }
        long length = Math.min(last, size);
        return new ByteRange(size - length, length);
    }

    /** @return value of Content-Range */
    String header(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}

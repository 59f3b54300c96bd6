package de.krisenaustausch.member.web;

import java.util.regex.Pattern;

/** Addresses to go on to that came with a request: only the portal's own are followed (no open redirect). */
final class LocalAddress {

    /** A path that begins with exactly one slash; no backslash (browsers read it as a slash) and no control characters. */
    private static final Pattern FORM = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]{0,500})?");

    private LocalAddress() {
    }

    /** @return the address when it is local, else the other one */
    static String of(String address, String otherwise) {
        return address != null && FORM.matcher(address).matches() ? address : otherwise;
    }
}

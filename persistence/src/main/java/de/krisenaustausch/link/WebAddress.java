package de.krisenaustausch.link;

import de.krisenaustausch.shared.BusinessException;
import de.krisenaustausch.shared.Sha256;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a public page, in ASCII, with scheme and host in small letters (RFC 3986, RFC 5891). What only tells where a
 * reader came from ({@code utm_…}) is left out. It names its host by a name with a dot: what is reached by number or by a
 * short name lies inside somebody's network, where nobody else can follow.
 */
public record WebAddress(String value) {

    public static final int LENGTH = 2000;
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!\\d).*");
    private static final Pattern AUTHORITY = Pattern.compile("([^:@\\[\\]]+)(:(\\d{0,5}))?");
    private static final Pattern NAME = Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final int PORTS = 65_535;

    /** @throws BusinessException when it is no such address */
    public WebAddress {
        value = clean(value);
    }

    private static String clean(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new BusinessException("error.required", "field.address");
        }
        String text = typed.strip();
        if (!text.contains("://") && !SCHEME.matcher(text).matches()) {
            // as it stands on letters and in brochures
            text = "https://" + text;
        }
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw wrong();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String path = escaped(parts.group(3));
        String clean = scheme + "://" + authority(scheme, parts.group(2)) + (path.isEmpty() ? "/" : path) + query(parts.group(4))
            + (parts.group(5) == null ? "" : escaped(parts.group(5)));
        try {
            clean = new URI(clean).toASCIIString();
        } catch (URISyntaxException unreadable) {
            throw wrong();
        }
        if (clean.length() > LENGTH) {
            throw new BusinessException("error.tooLong", "field.address", LENGTH);
        }
        return clean;
    }

    private static String authority(String scheme, String text) {
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches()) {
            throw wrong();
        }
        String host;
        try {
            host = IDN.toASCII(authority.group(1).replaceAll("\\.$", "")).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException noName) {
            throw wrong();
        }
        if (!NAME.matcher(host).matches()) {
            throw wrong();
        }
        String port = authority.group(3) == null ? "" : authority.group(3);
        if (port.isEmpty() || Integer.parseInt(port) == ("http".equals(scheme) ? 80 : 443)) {
            return host;
        }
        if (Integer.parseInt(port) < 1 || Integer.parseInt(port) > PORTS) {
            throw wrong();
        }
        return host + ":" + Integer.parseInt(port);
    }

    /** Without what only tells where a reader came from. */
    private static String query(String text) {
        if (text == null || text.length() < 2) {
            return "";
        }
        String kept = Arrays.stream(text.substring(1).split("&")).filter(part -> !part.isEmpty() && !part.toLowerCase(Locale.ROOT).startsWith("utm_"))
            .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + escaped(kept);
    }

    /** Blanks and signs that people type and no address may hold; a percent sign that escapes nothing stands for itself. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(sign -> {
            if (sign <= ' ' || sign == 0x7f || "\"<>\\^`{|}[]".indexOf(sign) >= 0) {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) sign));
            } else {
                escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    /**
     * @return a digest that is the same for addresses which lead to the same page as far as their text shows: whatever the scheme, the
     *     fragment, a slash at the end, or how letters are escaped
     */
    public Sha256 key() {
        String text = value.replaceAll("#.*", "").replaceFirst("^https?://", "");
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        String same = unescaped(path).replaceAll("/+$", "") + unescaped(query < 0 ? "" : text.substring(query));
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Letters, digits and {@code -._~} mean the same escaped or not (RFC 3986, 6.2.2). */
    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> {
            char sign = (char) Integer.parseInt(escape.group(1), 16);
            boolean plain = sign < 0x7f && (Character.isLetterOrDigit(sign) || "-._~".indexOf(sign) >= 0);
            return plain ? String.valueOf(sign) : "%" + escape.group(1).toUpperCase(Locale.ROOT);
        });
    }

    /** @return where it leads, as people know it: the host without {@code www.}, in its own letters */
    public String site() {
        return IDN.toUnicode(URI.create(value).getHost()).replaceFirst("^www\\.", "");
    }

    private static BusinessException wrong() {
        return new BusinessException("link.address.wrong");
    }
}

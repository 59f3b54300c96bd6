package de.krisenaustausch.link.service.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a request goes, taken apart. What could be read in two ways is refused: a name and a password before the host, numbers that
 * are no plain IPv4 address ({@code 0177.0.0.1}, {@code 0x7f.1}, {@code 2130706433}), a host without a dot.
 *
 * @param host without brackets and without a dot at its end
 * @param path with its query
 */
record Target(boolean tls, String host, int port, String path) {

    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)");
    private static final Pattern NAME = Pattern.compile("(?i)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @throws PageException when it is no address of the web */
    static Target of(URI address) throws PageException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = "https".equals(scheme);
        if (!tls && !"http".equals(scheme) || address.getHost() == null || address.getRawUserInfo() != null || address.getRawAuthority().contains("@")) {
            throw new PageException(PageException.Reason.REFUSED, "no address of the web");
        }
        String host = address.getHost().replaceAll("^\\[|]$", "").replaceAll("\\.$", "");
        boolean literal = host.contains(":") && !host.contains("%");
        boolean plain = NUMBER.matcher(host).matches() ? IPV4.matcher(host).matches() : NAME.matcher(host).matches();
        if (!literal && !plain) {
            throw new PageException(PageException.Reason.REFUSED, "no public host");
        }
        int port = address.getPort() < 0 ? tls ? HTTPS : HTTP : address.getPort();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return new Target(tls, host, port, address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
    }

    /** @return where a page sends on to, seen from this one */
    static URI follow(URI from, String location) throws PageException {
        try {
            return from.resolve(new URI(new URI(location.strip()).toASCIIString()));
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            throw new PageException(PageException.Reason.FAILED, unreadable);
        }
    }

    /** @return as a request names it */
    String hostHeader() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? HTTPS : HTTP) ? name : name + ":" + port;
    }
}

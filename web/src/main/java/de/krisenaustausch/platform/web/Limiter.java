package de.krisenaustausch.platform.web;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.platform.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Refuses what comes too often, with 429 and the time to wait. An IPv6 network counts as one, since everybody has 2^64
 * addresses of it. What a caller says of herself (X-Forwarded-For) counts only behind a proxy, and then only what that
 * proxy itself added, which stands last.
 */
@ApplicationScoped
public class Limiter {

    /** Request attribute: seconds to wait, for the error page. */
    static final String RETRY_AFTER = Limiter.class.getName() + ".retryAfter";
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String LITERAL = "[0-9a-fA-F:.]{2,45}";
    private static final int TOO_MANY = 429;
    private static final int NETWORK_BYTES = 8;

    @Inject
    private RateLimits limits;

    @Inject
    private Configuration configuration;

    /** Counts the request. @return false when it was one too many: the answer is given then */
    public boolean pass(HttpServletRequest request, HttpServletResponse response, RateLimits.Kind kind, String who) throws IOException {
        Optional<Duration> wait = limits.take(kind, who);
        if (wait.isPresent()) {
            request.setAttribute(RETRY_AFTER, Math.max(1, wait.get().toSeconds() + 1));
            response.sendError(TOO_MANY);
        }
        return wait.isEmpty();
    }

    /** The same for the network that the request comes from. */
    public boolean pass(HttpServletRequest request, HttpServletResponse response, RateLimits.Kind kind) throws IOException {
        return pass(request, response, kind, network(address(request)));
    }

    /** The same for the member who asks, or, where nobody is signed in, for the network. */
    boolean passMember(HttpServletRequest request, HttpServletResponse response, RateLimits.Kind kind) throws IOException {
        return request.getUserPrincipal() == null ? pass(request, response, kind) : pass(request, response, kind, "@" + request.getUserPrincipal().getName());
    }

    /** @return the address that the request comes from, as far as it can be believed */
    public String address(HttpServletRequest request) {
        return address(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)), configuration.behindProxy());
    }

    static String address(String peer, List<String> forwarded, boolean behindProxy) {
        if (!behindProxy || forwarded.isEmpty()) {
            return peer;
        }
        String[] hops = forwarded.get(forwarded.size() - 1).split(",");
        String last = hops.length == 0 ? "" : hops[hops.length - 1].strip();
        return last.matches(LITERAL) ? last : peer;
    }

    /** @return the address, or the first 64 bits of an IPv6 one */
    static String network(String address) {
        if (address == null || !address.replaceAll("%.*", "").matches(LITERAL)) {
            return "unknown";
        }
        try {
            InetAddress parsed = InetAddress.getByName(address.replaceAll("%.*", ""));
            return parsed instanceof Inet6Address ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES)) : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return "unknown";
        }
    }
}

package de.krisenaustausch.link.service.page;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to everybody: what may be called for somebody else. Refused is what the registries of special addresses
 * (IANA, RFC 6890) keep apart, what carries such an address inside another, where clouds tell servers about
 * themselves, and this machine itself.
 */
final class PublicNetwork {

    private static final List<Range> REFUSED = List.of(
        Range.of("0.0.0.0/8"), Range.of("10.0.0.0/8"), Range.of("100.64.0.0/10"), Range.of("127.0.0.0/8"), Range.of("169.254.0.0/16"),
        Range.of("172.16.0.0/12"), Range.of("192.0.0.0/24"), Range.of("192.0.2.0/24"), Range.of("192.88.99.0/24"), Range.of("192.168.0.0/16"),
        Range.of("198.18.0.0/15"), Range.of("198.51.100.0/24"), Range.of("203.0.113.0/24"), Range.of("224.0.0.0/4"), Range.of("240.0.0.0/4"),
        // Azure's platform, which answers to servers inside it
        Range.of("168.63.129.16/32"),
        // of IPv6's public part: protocols and Teredo, documentation, 6to4, documentation again
        Range.of("2001::/23"), Range.of("2001:db8::/32"), Range.of("2002::/16"), Range.of("3fff::/20"));
    /** Everything else in IPv6, such as ::1, fc00::/7, fe80::/10, ::ffff:0:0/96 and 64:ff9b::/96, is nobody's or somebody's own. */
    private static final Range GLOBAL_6 = Range.of("2000::/3");
    private static final int IPV4_BYTES = 4;
    /** Where ISATAP says that an IPv4 address follows: 0000:5efe or 0200:5efe. */
    private static final int ISATAP_AT = 8;

    private PublicNetwork() {
    }

    private record Range(byte[] network, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            try {
                return new Range(InetAddress.getByName(text.substring(0, slash)).getAddress(), Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(text, impossible);
            }
        }

        boolean contains(byte[] address) {
            int rest = network.length * Byte.SIZE - bits;
            return address.length == network.length && new BigInteger(1, address).shiftRight(rest).equals(new BigInteger(1, network).shiftRight(rest));
        }
    }

    /** @return whether a page there is public, and none of this machine */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean open = REFUSED.stream().noneMatch(range -> range.contains(bytes))
            && (bytes.length == IPV4_BYTES || GLOBAL_6.contains(bytes) && !isIsatap(bytes));
        return open && !isHere(address);
    }

    private static boolean isIsatap(byte[] address) {
        byte[] mark = Arrays.copyOfRange(address, ISATAP_AT, ISATAP_AT + IPV4_BYTES);
        mark[0] &= ~2;
        return Arrays.equals(mark, new byte[] {0, 0, 0x5e, (byte) 0xfe});
    }

    private static boolean isHere(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }
}

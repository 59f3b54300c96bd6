package de.krisenaustausch.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the portal says of a newcomer whom it has just let in: who she is, until when it counts, and what she chooses. Signed
 * (HMAC-SHA-256, 128 bits) with a key derived from the secret that portal and Keycloak share; written by the portal's class
 * {@code Tickets}, and short enough for {@code login_hint}.
 *
 * @param nonce makes every ticket another, so that each counts once
 * @param password whether she may choose a password
 * @param passkey whether she may choose a passkey
 */
record Ticket(String subject, Instant expiry, String nonce, boolean password, boolean passkey) {

    private static final String PREFIX = "ka1.";
    private static final String FORM = "ka1\\.[A-Za-z0-9_-]{1,200}\\.[A-Za-z0-9_-]{22}";
    private static final String PURPOSE = "krisenaustausch ticket 1";
    private static final int MAC_BYTES = 16;
    /** Longer than any that the portal writes: a wrong clock must not make a ticket a key. */
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(6);

    /** @return whether the hint wants to be a ticket, genuine or not */
    static boolean isOne(String hint) {
        return hint != null && hint.startsWith(PREFIX);
    }

    /** @return the ticket; empty when it was not written by the portal, was changed, or its time is over */
    static Optional<Ticket> read(String hint, String secret, Instant now) {
        if (hint == null || !hint.matches(FORM)) {
            return Optional.empty();
        }
        int end = hint.lastIndexOf('.');
        byte[] key = hmac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
        byte[] signature = Arrays.copyOf(hmac(key, hint.substring(0, end)), MAC_BYTES);
        try {
            if (!MessageDigest.isEqual(signature, Base64.getUrlDecoder().decode(hint.substring(end + 1)))) {
                return Optional.empty();
            }
            String[] parts = new String(Base64.getUrlDecoder().decode(hint.substring(PREFIX.length(), end)), StandardCharsets.UTF_8).split("\n", -1);
            Ticket ticket = new Ticket(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), parts[2], parts[3].contains("p"), parts[3].contains("k"));
            return Optional.of(ticket).filter(read -> now.isBefore(read.expiry()) && read.expiry().isBefore(now.plus(LONGEST_LIFE)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}

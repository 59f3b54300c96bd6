package de.krisenaustausch.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes tickets: who may come in, until when, once, and what she chooses there, signed (HMAC-SHA-256, 128 bits) with a key
 * derived from the secret that portal and Keycloak share. Keycloak's extension reads them (class {@code Ticket} there,
 * tested with the same sample); short enough for {@code login_hint}, of which Keycloak takes 255 characters.
 */
final class Tickets {

    private static final String PREFIX = "ka1.";
    private static final String PURPOSE = "krisenaustausch ticket 1";
    private static final int NONCE_BYTES = 12;
    private static final int MAC_BYTES = 16;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param secret the client's secret */
    Tickets(String secret) {
        this.key = new SecretKeySpec(hmac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"), PURPOSE), "HmacSHA256");
    }

    String write(String subject, Set<Credential> toChoose, Instant expiry) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return write(subject, toChoose, expiry, BASE64.encodeToString(nonce));
    }

    String write(String subject, Set<Credential> toChoose, Instant expiry, String nonce) {
        String signs = toChoose.stream().sorted().map(credential -> String.valueOf(credential.sign)).collect(Collectors.joining());
        String content = PREFIX + BASE64.encodeToString(String.join("\n", subject, String.valueOf(expiry.getEpochSecond()), nonce, signs)
            .getBytes(StandardCharsets.UTF_8));
        return content + "." + BASE64.encodeToString(Arrays.copyOf(hmac(key, content), MAC_BYTES));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}

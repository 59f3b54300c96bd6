package de.krisenaustausch.notification.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in a link that ends a subscription without signing in: its number and a signature (HMAC-SHA-256, 128
 * bits), so that nobody can guess another's. It does not expire: a mail may be years old when somebody has enough of it.
 */
public final class UnsubscribeTokens {

    private static final String FORM = "\\d{1,18}-[0-9a-f]{32}";
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /** @param key 32 bytes */
    UnsubscribeTokens(byte[] key) {
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    String of(long subscriptionId) {
        return subscriptionId + "-" + HexFormat.of().formatHex(sign(subscriptionId), 0, BYTES);
    }

    /** @return the subscription; empty when the token was not made here */
    OptionalLong read(String token) {
        if (token == null || !token.matches(FORM)) {
            return OptionalLong.empty();
        }
        long id = Long.parseLong(token.substring(0, token.indexOf('-')));
        boolean genuine = MessageDigest.isEqual(of(id).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.US_ASCII));
        return genuine ? OptionalLong.of(id) : OptionalLong.empty();
    }

    private byte[] sign(long subscriptionId) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(("unsubscribe:" + subscriptionId).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}

package de.krisenaustausch.member.web;

import de.krisenaustausch.platform.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Reads the tokens by which Keycloak tells that a session has ended (OpenID Connect Back-Channel Logout 1.0, section 2.6): signed by the
 * realm, meant for this client, fresh, with the event and without a nonce, and each only once.
 */
@ApplicationScoped
public class LogoutTokens {

    private static final Logger LOG = Logger.getLogger(LogoutTokens.class.getName());
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    /** Seconds that a token may be old, or that the two clocks may differ. */
    private static final int OLDEST = 300;
    private static final int SKEW = 30;
    private static final int TIMEOUT_MILLIS = 3000;

    private final Map<String, Instant> read = new ConcurrentHashMap<>();
    private JwtConsumer consumer;
    private Clock clock;

    /** For CDI. */
    protected LogoutTokens() {
    }

    @Inject
    public LogoutTokens(Configuration configuration, Clock clock) {
        this(configuration.realmUrl().toString(), configuration.signInClient(), keys(configuration.realmUrl() + "/protocol/openid-connect/certs"), clock);
    }

    LogoutTokens(String issuer, String client, VerificationKeyResolver keys, Clock clock) {
        this.clock = clock;
        this.consumer = new JwtConsumerBuilder().setExpectedType(true, "logout+jwt").setExpectedIssuer(true, issuer).setExpectedAudience(true, client)
            .setRequireJwtId().setRequireIssuedAt().setIssuedAtRestrictions(SKEW, OLDEST).setAllowedClockSkewInSeconds(SKEW)
            .setVerificationKeyResolver(keys)
            .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, AlgorithmIdentifiers.EDDSA).build();
    }

    private static VerificationKeyResolver keys(String address) {
        Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MILLIS);
        get.setReadTimeout(TIMEOUT_MILLIS);
        get.setRetries(1);
        HttpsJwks keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(get);
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    /** @return the {@code sid} of the ended session; empty when the token is none that counts */
    Optional<String> sid(String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = consumer.processToClaims(token);
            boolean genuine = claims.getClaimValue("events") instanceof Map<?, ?> events && events.containsKey(EVENT) && !claims.hasClaim("nonce");
            String sid = claims.getStringClaimValue("sid");
            return genuine && sid != null && isFirst(claims.getJwtId()) ? Optional.of(sid) : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException refused) {
            // what was sent is a stranger's word and stays out of the log
            LOG.log(Level.WARNING, "A logout token was refused, for {0}", refused instanceof InvalidJwtException invalid
                ? invalid.getErrorDetails().stream().map(error -> "jose4j error " + error.getErrorCode()).toList() : "a malformed claim");
            return Optional.empty();
        }
    }

    private boolean isFirst(String id) {
        Instant now = clock.instant();
        read.values().removeIf(seen -> seen.plus(Duration.ofSeconds(OLDEST + 2L * SKEW)).isBefore(now));
        return read.putIfAbsent(id, now) == null;
    }
}

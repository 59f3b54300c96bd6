package de.krisenaustausch.member.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which logout tokens end a session, and which end nothing. */
class LogoutTokensTest {

    private static final String ISSUER = "https://anmelden.example.de/realms/krisenaustausch";
    private static RsaJsonWebKey key;
    private static RsaJsonWebKey foreign;

    private final LogoutTokens tokens = new LogoutTokens(ISSUER, "krisenaustausch", (signature, nesting) -> key.getRsaPublicKey(), Clock.systemUTC());

    @BeforeAll
    static void keys() throws JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        foreign = RsaJwkGenerator.generateJwk(2048);
    }

    @Test
    void aGenuineTokenCountsOnce() throws JoseException {
        String token = token(claims -> { }, key, "logout+jwt");
        assertThat(tokens.sid(token)).contains("s1");
        assertThat(tokens.sid(token)).as("replayed").isEmpty();
    }

    @Test
    void othersDoNotCount() throws JoseException {
        assertThat(tokens.sid(null)).isEmpty();
        assertThat(tokens.sid("no.token.atall")).isEmpty();
        assertThat(tokens.sid(token(claims -> claims.setIssuer("https://anderswo.example/realms/krisenaustausch"), key, "logout+jwt"))).as("issuer").isEmpty();
        assertThat(tokens.sid(token(claims -> claims.setAudience("another"), key, "logout+jwt"))).as("audience").isEmpty();
        assertThat(tokens.sid(token(claims -> claims.setExpirationTimeMinutesInTheFuture(-2), key, "logout+jwt"))).as("expired").isEmpty();
        assertThat(tokens.sid(token(claims -> claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() - 3600)), key, "logout+jwt"))).as("old").isEmpty();
        assertThat(tokens.sid(token(claims -> claims.unsetClaim("events"), key, "logout+jwt"))).as("no event").isEmpty();
        assertThat(tokens.sid(token(claims -> claims.setStringClaim("nonce", "n"), key, "logout+jwt"))).as("an ID token").isEmpty();
        assertThat(tokens.sid(token(claims -> claims.unsetClaim("jti"), key, "logout+jwt"))).as("nameless").isEmpty();
        assertThat(tokens.sid(token(claims -> { }, key, "JWT"))).as("another type").isEmpty();
        assertThat(tokens.sid(token(claims -> { }, foreign, "logout+jwt"))).as("another's signature").isEmpty();
    }

    private static String token(Consumer<JwtClaims> change, RsaJsonWebKey by, String type) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience("krisenaustausch");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setGeneratedJwtId();
        claims.setStringClaim("sid", "s1");
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(by.getPrivateKey());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", type);
        return signature.getCompactSerialization();
    }
}

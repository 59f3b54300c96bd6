package de.krisenaustausch.registration.service;

import de.krisenaustausch.platform.Configuration;
import de.krisenaustausch.registration.AccessRequest;
import de.krisenaustausch.registration.PersonalLink;
import de.krisenaustausch.registration.RequestRepository;
import de.krisenaustausch.shared.Sha256;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Makes personal links and finds them again. The secret in a link is 160 random bits, and only its hash is kept. */
@Dependent
class Links {

    /** How long a link is good that only shows whose address it is. */
    static final Duration CONFIRMATION = Duration.ofHours(48);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 20;
    private static final String FORM = "[0-9a-f]{40}";

    @Inject
    private RequestRepository requests;

    @Inject
    private Configuration configuration;

    @Inject
    private Clock clock;

    /** A link that was just made. @param token its secret, which is known here only now */
    record Issued(long id, String token) {
    }

    /** Issues a link, and revokes those for the same purpose that are still open: the newest mail is the one that counts. */
    Issued issue(AccessRequest request, PersonalLink.Purpose purpose) {
        Instant now = clock.instant();
        requests.openLinks(request.getId(), purpose).forEach(link -> link.revoke(now));
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        PersonalLink link = new PersonalLink(request, purpose, hash(token), now,
            purpose == PersonalLink.Purpose.CONFIRM ? CONFIRMATION : Duration.ofDays(configuration.linkDays()));
        requests.add(link);
        return new Issued(link.getId(), token);
    }

    void revoke(AccessRequest request) {
        for (PersonalLink.Purpose purpose : PersonalLink.Purpose.values()) {
            requests.openLinks(request.getId(), purpose).forEach(link -> link.revoke(clock.instant()));
        }
    }

    Optional<PersonalLink> find(String token, PersonalLink.Purpose purpose) {
        return wellFormed(token).flatMap(requests::findLink).filter(link -> link.getPurpose() == purpose);
    }

    /** The same for using it: a second use at the same moment waits. */
    Optional<PersonalLink> take(String token, PersonalLink.Purpose purpose) {
        return wellFormed(token).flatMap(requests::takeLink).filter(link -> link.getPurpose() == purpose);
    }

    /** @return a mark for a form that is about to be shown, so that it can be told from any other */
    static String mark() {
        byte[] mark = new byte[BYTES];
        RANDOM.nextBytes(mark);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mark);
    }

    static Sha256 hash(String text) {
        try {
            return Sha256.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static Optional<Sha256> wellFormed(String token) {
        return token != null && token.matches(FORM) ? Optional.of(hash(token)) : Optional.empty();
    }
}

package de.krisenaustausch.platform.identity;

import java.time.Instant;

/**
 * A session of a person at Keycloak; one sign-in on one device.
 *
 * @param id the {@code sid} of its tokens
 * @param address IP address that she signed in from, as Keycloak saw it
 * @param lastSeen when its tokens were last renewed: at most a minute before her last request
 */
public record SignedIn(String id, String address, Instant since, Instant lastSeen) {
}

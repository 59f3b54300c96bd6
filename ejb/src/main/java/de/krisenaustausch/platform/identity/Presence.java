package de.krisenaustausch.platform.identity;

import de.krisenaustausch.platform.Configuration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether Keycloak answers at the moment. Asked before a browser is sent there, since the portal can't tell anybody anything who stands
 * before a door that does not open. Many may ask at once: Keycloak itself is asked every two seconds at most, and takes four at most.
 */
@ApplicationScoped
public class Presence {

    private static final Duration CONNECT = Duration.ofMillis(1500);
    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int SERVER_ERROR = 500;

    private HttpClient http;
    private URI realm;
    private Clock clock;

    private boolean answering;
    private Instant keptUntil = Instant.MIN;

    /** For CDI. */
    protected Presence() {
    }

    @Inject
    public Presence(Configuration configuration, Clock clock) {
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1).build();
        this.realm = configuration.realmUrl();
        this.clock = clock;
    }

    /** @return whether Keycloak answers, or did so a moment ago */
    public synchronized boolean isAnswering() {
        if (!clock.instant().isBefore(keptUntil)) {
            answering = ask();
            keptUntil = clock.instant().plus(KEPT);
        }
        return answering;
    }

    private boolean ask() {
        try {
            return http.send(HttpRequest.newBuilder(realm).timeout(ANSWER).build(), HttpResponse.BodyHandlers.discarding()).statusCode() < SERVER_ERROR;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

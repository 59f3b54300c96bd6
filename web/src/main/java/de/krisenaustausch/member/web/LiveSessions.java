package de.krisenaustausch.member.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this server knows of Keycloak's sessions beyond their tokens: which of them Keycloak has ended, and with which browser each came.
 * Known by the token's {@code sid}; kept as long as a session can live, then forgotten.
 */
@ApplicationScoped
public class LiveSessions {

    /** However busy somebody is: after that she signs in again. Keycloak's own limit is the same (ssoSessionMaxLifespan). */
    static final Duration LONGEST = Duration.ofHours(12);
    private static final int SWEEP_ABOVE = 1000;

    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Map<String, Seen> browsers = new ConcurrentHashMap<>();

    private Clock clock;

    /** For CDI. */
    protected LiveSessions() {
    }

    @Inject
    public LiveSessions(Clock clock) {
        this.clock = clock;
    }

    private record Seen(String agent, Instant at) {
    }

    /** Keycloak has ended that session: whoever comes with it is nobody any more. */
    void end(String sid) {
        ended.put(sid, clock.instant());
        browsers.remove(sid);
        sweep();
    }

    boolean isEnded(String sid) {
        return sid != null && ended.containsKey(sid);
    }

    /** @return whether a session of that age has lasted long enough */
    boolean isOver(Instant created) {
        return created.plus(LONGEST).isBefore(clock.instant());
    }

    /** @param agent what the browser says of itself; may be null */
    void note(String sid, String agent) {
        if (sid != null && agent != null) {
            browsers.putIfAbsent(sid, new Seen(agent.length() > 300 ? agent.substring(0, 300) : agent, clock.instant()));
            sweep();
        }
    }

    Optional<String> agent(String sid) {
        return Optional.ofNullable(browsers.get(sid)).map(Seen::agent);
    }

    private void sweep() {
        Instant limit = clock.instant().minus(LONGEST).minus(Duration.ofHours(1));
        if (ended.size() > SWEEP_ABOVE) {
            ended.values().removeIf(limit::isAfter);
        }
        if (browsers.size() > SWEEP_ABOVE) {
            browsers.values().removeIf(seen -> limit.isAfter(seen.at()));
        }
    }
}

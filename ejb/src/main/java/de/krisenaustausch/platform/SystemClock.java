package de.krisenaustausch.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives everybody the same clock, in UTC; microseconds, since that is what the database keeps. */
@ApplicationScoped
public class SystemClock {

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1000));
    }
}

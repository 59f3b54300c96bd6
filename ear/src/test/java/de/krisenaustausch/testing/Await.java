package de.krisenaustausch.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what is awaited, never for a time. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Await() {
    }

    /** @throws AssertionError when it does not come true within a minute */
    public static void until(String what, BooleanSupplier condition) {
        found(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** The same with more patience, for what waits for others by its nature. */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        found(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** @return what was found @throws AssertionError when nothing is found within a minute */
    public static <T> T found(String what, Supplier<Optional<T>> look) {
        return found(what, PATIENCE, look);
    }

    private static <T> T found(String what, Duration patience, Supplier<Optional<T>> look) {
        Instant end = Instant.now().plus(patience);
        Optional<T> result = look.get();
        while (result.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not happen within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            result = look.get();
        }
        return result.get();
    }
}

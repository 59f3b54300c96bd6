package de.krisenaustausch.testing;

import java.util.HashMap;
import java.util.Map;

/**
 * The portal's second start in a run of tests, one for all drills since it takes its time: after a crash, behind a proxy
 * that ends TLS, and with a malware scanner where the machine has one.
 */
public final class SecondStart {

    private static Clamd scanner;
    private static boolean done;

    private SecondStart() {
    }

    /** Kills the portal and starts it again, unless a drill has done so. */
    public static void ensure() {
        if (!done) {
            TestStack.kill();
            afterCrash();
        }
    }

    /** Starts the portal that a drill has killed. */
    public static void afterCrash() {
        done = true;
        Map<String, String> environment = new HashMap<>(Map.of("KA_BEHIND_PROXY", "true", "KA_COOKIE_SECURE", "true"));
        if (Clamd.isThere()) {
            scanner = Clamd.in(TestStack.get().data().resolve("clamd"));
            Runtime.getRuntime().addShutdownHook(new Thread(scanner::close));
            scanner.start();
            environment.put("KA_CLAMD", scanner.address());
        }
        TestStack.start(environment);
    }

    /** @return the scanner that the portal asks; null when the machine has none */
    public static Clamd scanner() {
        return scanner;
    }
}

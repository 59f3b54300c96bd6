package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.Stack;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Signing in, from the portal's link over Keycloak's page to the portal's first page. Hashing a password is meant to cost
 * much, and happens at Keycloak: so the same is measured with passwords that cost nothing, and the parts are named apart.
 */
final class SigningIn {

    private static final int CONNECTIONS = 4;

    private SigningIn() {
    }

    static List<Result> take(Ground ground) {
        Accounts accounts = new Accounts(ground.stack().keycloakUrl(), Stack.KEYCLOAK_ADMIN, Stack.KEYCLOAK_ADMIN_PASSWORD);
        List<Browser.Visit> visits = Collections.synchronizedList(new ArrayList<>());
        List<Browser.Visit> quick = Collections.synchronizedList(new ArrayList<>());
        accounts.hash(CONNECTIONS, Stack.EXAMPLE_PASSWORD, true);
        Load.Figures real;
        try {
            load(ground, new ArrayList<>());
            real = rounds(ground, visits);
        } finally {
            accounts.hash(CONNECTIONS, Stack.EXAMPLE_PASSWORD, false);
        }
        Load.Figures unhashed = rounds(ground, quick);
        return List.of(Result.note("signing in through Keycloak, %d at once".formatted(CONNECTIONS), Result.number(real.rate()) + "/s, p50 " + millis(real)),
            Result.note("  of it the portal", parts(visits, Browser.Visit::portal)),
            Result.note("  of it Keycloak's page", parts(visits, Browser.Visit::page)),
            Result.note("  of it Keycloak's answer to the password", parts(visits, Browser.Visit::password)),
            Result.note("  that answer without hashing", parts(quick, Browser.Visit::password)),
            Result.note("signing in without hashing", Result.number(unhashed.rate()) + "/s, p50 " + millis(unhashed)));
    }

    private static Load.Figures rounds(Ground ground, List<Browser.Visit> visits) {
        List<Load.Figures> rounds = new ArrayList<>();
        for (int round = 0; round < Measure.ROUNDS; round++) {
            rounds.add(load(ground, visits));
        }
        return Load.Figures.median(rounds);
    }

    private static Load.Figures load(Ground ground, List<Browser.Visit> visits) {
        return Load.run("signing in", CONNECTIONS, ground.time(), number -> {
            HttpClient http = Browser.client();
            return () -> visits.add(Browser.visit(http, ground.portal(), Accounts.name(number + 1), Stack.EXAMPLE_PASSWORD));
        });
    }

    private static String millis(Load.Figures figures) {
        return Result.number(figures.p50()) + ", p99 " + Result.number(figures.p99()) + " ms";
    }

    private static String parts(List<Browser.Visit> visits, ToLongFunction<Browser.Visit> part) {
        long[] sorted = visits.stream().mapToLong(part).sorted().toArray();
        return "p50 " + Result.number(sorted[sorted.length / 2] / 1e6) + ", p99 " + Result.number(sorted[(int) (sorted.length * 0.99)] / 1e6) + " ms";
    }
}

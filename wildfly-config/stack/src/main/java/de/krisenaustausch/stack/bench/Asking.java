package de.krisenaustausch.stack.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Typing the titles of questions, while the portal looks for what already answers them: one request for each pause of the typist. A pause
 * is as long as the page waits for; how much the portal can answer at all is taken without.
 */
final class Asking {

    private static final int TYPISTS = 8;
    private static final double P99 = 100;
    /** As in question-help.js. */
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int LEAST = 4;
    /** Letters between two pauses, at most. */
    private static final int STRIDE = 6;

    private Asking() {
    }

    static List<Result> take(Ground ground) {
        List<String> sessions = ground.sessions(TYPISTS);
        Pages.warm(ground, () -> load(ground, sessions, Duration.ZERO));
        List<Load.Figures> rounds = new ArrayList<>();
        List<Load.Figures> most = new ArrayList<>();
        for (int round = 0; round < Measure.ROUNDS; round++) {
            rounds.add(load(ground, sessions, PAUSE));
            most.add(load(ground, sessions, Duration.ZERO));
        }
        Load.Figures figures = Load.Figures.median(rounds);
        Load.Figures without = Load.Figures.median(most);
        return List.of(Result.less("asking, %d typing at once: p99 of what may answer it".formatted(TYPISTS), "≤ 100 ms", P99, " ms", figures.p99()),
            Result.note("  its p50", Result.number(figures.p50()) + " ms"),
            Result.note("  without pauses: answers a second, p50 and p99", Result.number(without.rate()) + "; " + Result.number(without.p50()) + " ms and " + Result.number(without.p99()) + " ms"));
    }

    private static Load.Figures load(Ground ground, List<String> sessions, Duration pause) {
        return Load.run("asking", TYPISTS, ground.time(), pause, number -> {
            HttpLine line = new HttpLine(ground.port());
            Random random = new Random(number + System.nanoTime());
            String[] title = {""};
            int[] typed = {0};
            return () -> {
                if (typed[0] >= title[0].length()) {
                    title[0] = Content.title(ground.content().paper(random.nextInt(ground.options().documents())));
                    typed[0] = LEAST;
                }
                typed[0] = Math.min(title[0].length(), typed[0] + 1 + random.nextInt(STRIDE));
                String path = "/suche/antworten?bereich=" + Content.LARGE + "&q=" + URLEncoder.encode(title[0].substring(0, typed[0]), StandardCharsets.UTF_8);
                return line.exchange(HttpLine.get(path, sessions.get(number % sessions.size()))) == 200;
            };
        });
    }
}

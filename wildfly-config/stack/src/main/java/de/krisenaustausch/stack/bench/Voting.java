package de.krisenaustausch.stack.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Answering a poll, many at once and each person once; and reading the result of one that a whole country has answered. */
final class Voting {

    private static final int CLIENTS = 16;
    private static final double RATE = 200;
    /** So many at most; each needs a token. */
    private static final int VOTERS = 2_000;
    /** More than can be answered in a round. */
    private static final int ANSWERS = 10_000;
    private static final int READERS = 8;
    private static final double RESULT_P99 = 150;

    private Voting() {
    }

    static List<Result> votes(Ground ground) {
        Content.fill(voters(ground), number -> ground.tokens().of(Accounts.name(number + 1)));
        List<Boolean> kinds = List.of(false, true);
        kinds.forEach(anonymous -> Pages.warm(ground, () -> round(ground, anonymous)));
        List<Result> results = new ArrayList<>();
        for (boolean anonymous : kinds) {
            List<Load.Figures> rounds = new ArrayList<>();
            List<Double> reading = new ArrayList<>();
            for (int round = 0; round < Measure.ROUNDS; round++) {
                reading.add(profiles(ground).rate());
                rounds.add(round(ground, anonymous));
            }
            Load.Figures figures = Load.Figures.median(rounds);
            results.add(Result.more("voting, %s, %d at once".formatted(anonymous ? "anonymous" : "with names", CLIENTS), "≥ 200/s", RATE, "/s", figures.rate(),
                "reading one's profile", Transfers.median(reading)));
            results.add(Result.note("  p50 and p99", Result.number(figures.p50()) + " ms and " + Result.number(figures.p99()) + " ms"));
        }
        return results;
    }

    /** About the least that a program can ask for: its token is checked and one row is read. */
    private static Load.Figures profiles(Ground ground) {
        return Load.run("profile", CLIENTS, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            byte[] request = HttpLine.get("/api/v1/me", ground.bearer(Accounts.name(1 + number)));
            return () -> line.exchange(request) == 200;
        });
    }

    private static int voters(Ground ground) {
        return Math.min(VOTERS, ground.options().members());
    }

    /** Who has answered one poll goes on with the next. What publishing them sets off, mails and the index, is over before. */
    private static Load.Figures round(Ground ground, boolean anonymous) {
        int voters = voters(ground);
        List<Polls.Poll> polls = Stream.generate(() -> ground.content().polls().publish(Accounts.name(1), Content.QUIET, "Umfrage um die Wette", anonymous))
            .limit(ANSWERS / voters).toList();
        ground.settle();
        AtomicInteger next = new AtomicInteger();
        return Load.run("voting", CLIENTS, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            Random random = new Random(number);
            return () -> {
                int turn = next.getAndIncrement();
                Polls.Poll poll = polls.get(turn / voters);
                byte[] body = poll.answer(random).toString().getBytes(StandardCharsets.UTF_8);
                return line.exchange(HttpLine.put("/api/v1/" + poll.answerPath(), ground.bearer(Accounts.name(1 + turn % voters)) + "Content-Type: application/json\r\n", body.length),
                    out -> out.write(body)) == 204;
            };
        });
    }

    static List<Result> result(Ground ground) {
        Polls.Poll poll = ground.content().answeredPoll(ground.options().voters());
        List<String> sessions = ground.sessions(READERS);
        String path = "/bereiche/" + Content.LARGE + "/umfragen/" + poll.id() + "/ergebnis";
        Pages.warm(ground, path, sessions.get(0));
        List<Result> results = new ArrayList<>();
        for (String part : List.of("", "?land=BY")) {
            List<Load.Figures> rounds = new ArrayList<>();
            for (int round = 0; round < Measure.ROUNDS; round++) {
                rounds.add(load(ground, path + part, sessions));
            }
            Load.Figures figures = Load.Figures.median(rounds);
            results.add(Result.less("result of a poll with %,d answers, %s, %d reading at once: p99".formatted(ground.options().voters(), part.isEmpty() ? "all" : "of one Land", READERS),
                "≤ 150 ms", RESULT_P99, " ms", figures.p99()));
            results.add(Result.note("  its p50; pages a second", Result.number(figures.p50()) + " ms; " + Result.number(figures.rate())));
        }
        return results;
    }

    private static Load.Figures load(Ground ground, String path, List<String> sessions) {
        return Load.run(path, READERS, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            byte[] request = HttpLine.get(path, sessions.get(number % sessions.size()));
            return () -> line.exchange(request) == 200;
        });
    }
}

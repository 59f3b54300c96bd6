package de.krisenaustausch.stack.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Pages: the anonymous start page, and a space's page as a signed-in member sees it. */
final class Pages {

    private static final int CONNECTIONS = 16;
    private static final double PAGE_RATE = 700;
    private static final double PAGE_P99 = 80;
    private static final double START_RATE = 3000;
    private static final int WARMING = 20;
    private static final Duration COMPILED = Duration.ofMillis(500);

    private Pages() {
    }

    static List<Result> start(Ground ground) {
        List<Load.Figures> page = new ArrayList<>();
        List<Load.Figures> bare = new ArrayList<>();
        warm(ground, BarePages.PATH, "");
        for (int round = 0; round < Measure.ROUNDS; round++) {
            bare.add(load(ground, ground.port(), BarePages.PATH, List.of("")));
            page.add(load(ground, ground.port(), "/", List.of("")));
        }
        Load.Figures figures = Load.Figures.median(page);
        List<Result> results = new ArrayList<>();
        results.add(Result.more("start page, anonymous, 16 connections", "≥ 3,000/s", START_RATE, "/s", figures.rate(), "bare JSF page", Load.Figures.median(bare).rate()));
        if (ground.nginx().isThere()) {
            double file = asFile(ground);
            results.add(new Result("  as a file", "", "", "nginx " + Result.number(file) + "/s", Result.number(figures.rate() / file), null));
        }
        return results;
    }

    static List<Result> space(Ground ground) {
        List<String> sessions = ground.sessions(CONNECTIONS);
        List<Load.Figures> large = new ArrayList<>();
        List<Load.Figures> small = new ArrayList<>();
        List<Load.Figures> bare = new ArrayList<>();
        String path = "/bereiche/" + Content.LARGE;
        warm(ground, BarePages.PATH, "");
        warm(ground, path, sessions.get(0));
        for (int round = 0; round < Measure.ROUNDS; round++) {
            bare.add(load(ground, ground.port(), BarePages.PATH, List.of("")));
            large.add(load(ground, ground.port(), path, sessions));
            small.add(load(ground, ground.port(), "/bereiche/" + Content.SMALL, sessions));
        }
        Load.Figures figures = Load.Figures.median(large);
        List<Result> results = new ArrayList<>();
        results.add(Result.more("space page, signed in, 16 connections", "≥ 700/s", PAGE_RATE, "/s", figures.rate(), "bare JSF page", Load.Figures.median(bare).rate()));
        results.add(Result.less("  its p99", "≤ 80 ms", PAGE_P99, " ms", figures.p99()));
        results.add(Result.note("  its p50; the same for a space with 100 documents", "%s ms; %s ms".formatted(Result.number(figures.p50()), Result.number(Load.Figures.median(small).p50()))));
        long many = statements(ground, path, sessions.get(0));
        long few = statements(ground, "/bereiche/" + Content.SMALL, sessions.get(0));
        results.add(new Result("  SQL statements, 100 documents and all", "the same", few + " and " + many, "", "", few == many));
        return results;
    }

    private static long statements(Ground ground, String path, String session) {
        ground.settle();
        return ground.database().statements(() -> once(ground, path, session));
    }

    /** @return figures of a page from as many connections as a goal speaks of, one session each */
    static Load.Figures load(Ground ground, int port, String path, List<String> headers) {
        return Load.run(path, CONNECTIONS, ground.time(), number -> {
            HttpLine line = new HttpLine(port);
            byte[] request = HttpLine.get(path, headers.get(number % headers.size()));
            return () -> line.exchange(request) == 200;
        });
    }

    /**
     * Asks until the server's compiler has done its work: until it has hardly any left after a round. A portal runs for days; before
     * some 20,000 pages its compiler is not through with what such a page calls, and a page costs more than twice as much.
     */
    static void warm(Ground ground, String path, String header) {
        warm(ground, () -> load(ground, ground.port(), path, List.of(header)));
    }

    /** The same with other work. */
    static void warm(Ground ground, Runnable load) {
        for (int round = 0; round < WARMING; round++) {
            load.run();
            if (ground.settle().compareTo(COMPILED) < 0) {
                return;
            }
        }
    }

    private static void once(Ground ground, String path, String header) {
        try (HttpLine line = new HttpLine(ground.port())) {
            line.exchange(HttpLine.get(path, header));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static double asFile(Ground ground) {
        try {
            Files.writeString(ground.nginx().site().resolve("start.html"), "x".repeat(8_000), StandardCharsets.UTF_8);
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
        return load(ground, ground.nginx().port(), "/start.html", List.of("")).rate();
    }
}

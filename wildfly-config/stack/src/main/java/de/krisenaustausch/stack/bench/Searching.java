package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.Layout;
import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Searching as members do, with counts and highlighted passages; beside it the same questions put to the index by bare Lucene. */
final class Searching {

    private static final int CONNECTIONS = 8;
    private static final double RATE = 300;
    private static final double P99 = 60;
    private static final double SLOWER = 3;

    private Searching() {
    }

    /** Makes the address of a question. */
    private interface Asking {
        String path(Random random);
    }

    static List<Result> take(Ground ground) {
        Words words = Words.of(ground.content());
        List<String> sessions = ground.sessions(CONNECTIONS);
        Map<String, Asking> kinds = new LinkedHashMap<>();
        kinds.put("common word", random -> api(one(words.common(), random), ""));
        kinds.put("common word, two filters", random -> api(one(words.common(), random), "&state=BY&state=BW&kind=Text"));
        kinds.put("rare word", random -> api(one(words.rare(), random), ""));
        kinds.put("common and rare word", random -> api(one(words.common(), random) + " " + one(words.rare(), random), ""));
        kinds.put("its page, mixed", random -> "/suche?q=" + encode(one(random.nextBoolean() ? words.common() : words.rare(), random)));
        Map<String, Double> bare = bare(ground, words);
        List<Result> results = new ArrayList<>();
        kinds.forEach((kind, asking) -> {
            load(ground, kind, sessions, asking);
            List<Load.Figures> rounds = new ArrayList<>();
            for (int round = 0; round < Measure.ROUNDS; round++) {
                rounds.add(load(ground, kind, sessions, asking));
            }
            Load.Figures figures = Load.Figures.median(rounds);
            results.add(Result.more("search, 8 connections: " + kind, "≥ 300/s", RATE, "/s", figures.rate(), bare.containsKey(kind) ? "bare Lucene" : "", bare.getOrDefault(kind, 0.0)));
            results.add(Result.less("  its p99", "≤ 60 ms", P99, " ms", figures.p99()));
            if (bare.containsKey(kind)) {
                results.add(Result.less("  times as slow as bare Lucene", "≤ 3", SLOWER, "", bare.get(kind) / figures.rate()));
            }
        });
        return results;
    }

    /** @return p50 in milliseconds of searching for common words, for comparing corpora of different sizes */
    static double typical(Ground ground) {
        Words words = Words.of(ground.content());
        List<String> sessions = ground.sessions(CONNECTIONS);
        Asking asking = random -> api(one(random.nextBoolean() ? words.common() : words.rare(), random), "");
        load(ground, "search", sessions, asking);
        return load(ground, "search", sessions, asking).p50();
    }

    private static Load.Figures load(Ground ground, String kind, List<String> sessions, Asking asking) {
        return Load.run("search for " + kind, CONNECTIONS, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            Random random = new Random(number + System.nanoTime());
            String session = sessions.get(number % sessions.size());
            return () -> line.exchange(HttpLine.get(asking.path(random), session)) == 200;
        });
    }

    /** Runs the search room's own benchmark in a process of its own, since the stack knows no Lucene; empty where it is not built. */
    private static Map<String, Double> bare(Ground ground, Words words) {
        Path root = Layout.find().root();
        Path index = index(ground.folder().resolve("files/index"));
        Path tests = root.resolve("ejb/target/test-classes/de/krisenaustausch/search/service/index/BareLucene.class");
        Path libraries = root.resolve("ear/target/krisenaustausch/lib");
        Map<String, Double> rates = new LinkedHashMap<>();
        if (!Files.exists(index) || !Files.exists(tests) || !Files.exists(libraries)) {
            ground.progress().say("    no bare Lucene: " + List.of(index, tests, libraries).stream().filter(path -> !Files.exists(path)).toList() + " not there");
            return rates;
        }
        try {
            Path common = Files.write(ground.folder().resolve("words-common"), words.common());
            Path rare = Files.write(ground.folder().resolve("words-rare"), words.rare());
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
                root.resolve("ejb/target/test-classes") + ":" + root.resolve("ejb/target/classes") + ":" + root.resolve("persistence/target/classes") + ":" + libraries + "/*",
                "de.krisenaustausch.search.service.index.BareLucene", index.toString(), common.toString(), rare.toString(),
                String.valueOf(ground.options().seconds()), String.valueOf(CONNECTIONS)).redirectError(ground.folder().resolve("log/lucene.log").toFile()).start();
            process.inputReader(StandardCharsets.UTF_8).lines().map(line -> line.split("\t")).filter(cells -> cells.length == 2)
                .forEach(cells -> rates.put(cells[0], Double.parseDouble(cells[1])));
            process.waitFor();
            return rates;
        } catch (IOException failed) {
            throw new StackException("Bare Lucene can't be measured: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while measuring.", stopped);
        }
    }

    /** The folder that the marker names: the index that answers. */
    private static Path index(Path shelf) {
        try {
            return shelf.resolve(Files.readString(shelf.resolve("current")).strip()).resolve("contributions");
        } catch (IOException none) {
            return shelf;
        }
    }

    private static String api(String text, String filters) {
        return "/api/v1/search?q=" + encode(text) + filters;
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package de.krisenaustausch.stack.bench;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The directory of municipalities at its full size: reading the official list, and choosing while somebody types. */
final class Directory {

    private static final int TYPISTS = 8;
    private static final double IMPORT_SECONDS = 15;
    private static final double TYPING_P99 = 30;
    private static final int LONGEST = 8;

    private Directory() {
    }

    /** A new list, then the next year's, in which every number of people is another: both looked at and applied. */
    static List<Result> imports(Ground ground) {
        List<Result> results = new ArrayList<>();
        int year = 2030 + ground.content().noted("directory-year");
        for (int i = 0; i < 2; i++) {
            Official list = new Official(year + i);
            ground.settle();
            long begin = System.nanoTime();
            JsonObject checked = ground.content().importDirectory("imports?name=liste-" + year + ".txt", list.bytes());
            double check = (System.nanoTime() - begin) / 1e9;
            begin = System.nanoTime();
            ground.content().importDirectory("imports/" + checked.getJsonNumber("id") + "/apply", new byte[0]);
            double apply = (System.nanoTime() - begin) / 1e9;
            String what = "import of %,d municipalities, %,d new, %,d changed".formatted(Official.MUNICIPALITIES, checked.getInt("added"), checked.getInt("changed"));
            results.add(Result.less(what, "≤ 15 s", IMPORT_SECONDS, " s", check + apply));
            results.add(Result.note("  of it the dry run; applying it", Result.number(check) + " s; " + Result.number(apply) + " s"));
        }
        ground.content().note("directory-year", ground.content().noted("directory-year") + 2);
        return results;
    }

    /** What is typed letter by letter by as many clerks at once, each waiting for the answer before the next letter. */
    static List<Result> typing(Ground ground) {
        if (ground.content().noted("directory-year") == 0) {
            imports(ground);
        }
        Official list = new Official(2030);
        load(ground, list);
        List<Load.Figures> rounds = new ArrayList<>();
        for (int round = 0; round < Measure.ROUNDS; round++) {
            rounds.add(load(ground, list));
        }
        Load.Figures figures = Load.Figures.median(rounds);
        return List.of(Result.less("choosing a municipality, %d typing at once: p99".formatted(TYPISTS), "≤ 30 ms", TYPING_P99, " ms", figures.p99()),
            Result.note("  its p50", Result.number(figures.p50()) + " ms"), Result.note("  letters a second", Result.number(figures.rate())));
    }

    private static Load.Figures load(Ground ground, Official list) {
        return Load.run("choosing a municipality", TYPISTS, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            Random random = new Random(number + System.nanoTime());
            String[] word = {""};
            int[] typed = {0};
            return () -> {
                if (typed[0] >= Math.min(LONGEST, word[0].length())) {
                    word[0] = list.names().get(random.nextInt(list.names().size()));
                    typed[0] = 1;
                }
                typed[0]++;
                return line.exchange(HttpLine.get("/kommunen/vorschlaege?q=" + URLEncoder.encode(word[0].substring(0, typed[0]), StandardCharsets.UTF_8), "")) == 200;
            };
        });
    }
}

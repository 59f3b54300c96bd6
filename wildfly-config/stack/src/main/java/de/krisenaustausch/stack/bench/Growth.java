package de.krisenaustausch.stack.bench;

import java.util.List;

/**
 * How much dearer pages and searches become with the corpus. The small corpus is measured while the large one is loaded; the
 * bare page, taken both times, stands for what else the machine was doing.
 */
final class Growth {

    /** Documents at which the small corpus is measured. */
    static final int SMALL = 1000;
    private static final double MOST = 1.5;
    private static final int MICROS = 1000;

    private Growth() {
    }

    /** Median times in milliseconds. */
    private record Times(double page, double search, double bare) {

        static Times of(Ground ground) {
            List<String> sessions = ground.sessions(16);
            String path = "/bereiche/" + Content.LARGE;
            Pages.warm(ground, BarePages.PATH, "");
            Pages.warm(ground, path, sessions.get(0));
            return new Times(Pages.load(ground, ground.port(), path, sessions).p50(), Searching.typical(ground),
                Pages.load(ground, ground.port(), BarePages.PATH, List.of("")).p50());
        }
    }

    /** Measures the small corpus, once. */
    static void remember(Ground ground) {
        if (ground.content().noted("growth-bare") == 0) {
            ground.settle();
            Times.of(ground);
            Times times = Times.of(ground);
            ground.content().note("growth-page", (int) (times.page() * MICROS));
            ground.content().note("growth-search", (int) (times.search() * MICROS));
            ground.content().note("growth-bare", (int) (times.bare() * MICROS));
        }
    }

    static List<Result> take(Ground ground) {
        Times now = Times.of(ground);
        double machine = now.bare() * MICROS / ground.content().noted("growth-bare");
        return List.of(line(ground, "page", now.page(), machine), line(ground, "search", now.search(), machine));
    }

    private static Result line(Ground ground, String what, double now, double machine) {
        double before = ground.content().noted("growth-" + what) / (double) MICROS;
        double growth = now / before / machine;
        return new Result("growth of a " + what + "'s p50, %,d → %,d documents".formatted(SMALL, ground.options().documents()), "≤ 1.5 ×",
            Result.number(growth) + " ×", "%s → %s ms, bare page %s ×".formatted(Result.number(before), Result.number(now), Result.number(machine)), "", growth <= MOST);
    }
}

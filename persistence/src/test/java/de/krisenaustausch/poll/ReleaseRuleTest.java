package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No sum that is shown, and no difference of such sums, covers fewer answers than the rule says. */
class ReleaseRuleTest {

    private static final int LEAST = 5;
    private final ReleaseRule rule = new ReleaseRule(LEAST);

    @Test
    void showsLargeCellsAndWithholdsSmallOnesThatAreEnoughTogether() {
        assertThat(rule.released(Map.of("BW", 12, "BY", 7, "HE", 3, "NI", 2))).containsExactlyInAnyOrder("BW", "BY");
    }

    @Test
    void withholdsTheSmallestLargeCellWhereTheRestWouldBeTooSmall() {
        assertThat(rule.released(Map.of("BW", 12, "BY", 7, "HE", 3))).containsExactly("BW");
        assertThat(rule.released(Map.of("BW", 12, "HE", 1))).isEmpty();
    }

    @Test
    void showsEverythingWhereNoCellIsSmall() {
        assertThat(rule.released(Map.of("BW", 5, "BY", 5))).containsExactlyInAnyOrder("BW", "BY");
        assertThat(rule.released(Map.of("BW", 5, "BY", 5, "HE", 0))).containsExactlyInAnyOrder("BW", "BY");
        assertThat(rule.released(Map.of())).isEmpty();
    }

    @Test
    void refusesARuleThatHidesNobody() {
        assertThatThrownBy(() -> new ReleaseRule(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(rule.permits(4)).isFalse();
        assertThat(rule.permits(5)).isTrue();
    }

    /** Adds and subtracts what is shown in every way, whole numbers from -2 to 2 of each, over random populations. */
    @Test
    void noCombinationOfViewsIsolatesAFew() {
        Random random = new Random(4711);
        for (int round = 0; round < 3000; round++) {
            Map<Integer, Integer> cells = population(random);
            int all = cells.values().stream().mapToInt(Integer::intValue).sum();
            Set<Integer> shown = rule.released(cells);
            List<int[]> views = new ArrayList<>();
            if (rule.permits(all)) {
                views.add(indicator(cells, cells.keySet()));
                shown.forEach(cell -> views.add(indicator(cells, Set.of(cell))));
            } else {
                assertThat(shown).as("of a poll without result").isEmpty();
            }
            combine(views, 0, new int[all], cells);
        }
    }

    private static Map<Integer, Integer> population(Random random) {
        Map<Integer, Integer> cells = new LinkedHashMap<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            cells.put(i, random.nextInt(random.nextBoolean() ? 6 : 12));
        }
        return cells;
    }

    private static int[] indicator(Map<Integer, Integer> cells, Set<Integer> of) {
        int[] view = new int[cells.values().stream().mapToInt(Integer::intValue).sum()];
        int at = 0;
        for (Map.Entry<Integer, Integer> cell : cells.entrySet()) {
            for (int i = 0; i < cell.getValue(); i++) {
                view[at++] = of.contains(cell.getKey()) ? 1 : 0;
            }
        }
        return view;
    }

    private void combine(List<int[]> views, int from, int[] sum, Map<Integer, Integer> cells) {
        if (from == views.size()) {
            isolatesNobody(sum, cells);
            return;
        }
        for (int times = -2; times <= 2; times++) {
            int[] next = sum.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] += times * views.get(from)[i];
            }
            combine(views, from + 1, next, cells);
        }
    }

    /** Answers that count with one weight, and all others with another, are a group that the combination tells from the rest. */
    private static void isolatesNobody(int[] sum, Map<Integer, Integer> cells) {
        Map<Integer, Integer> weights = new LinkedHashMap<>();
        for (int weight : sum) {
            weights.merge(weight, 1, Integer::sum);
        }
        if (weights.size() > 1 || sum.length > 0 && sum.length < LEAST && !weights.containsKey(0)) {
            assertThat(weights.values()).as("groups told apart in " + cells).allMatch(count -> count >= LEAST);
        }
    }
}

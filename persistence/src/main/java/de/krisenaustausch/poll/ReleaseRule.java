package de.krisenaustausch.poll;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sums of an anonymous poll may be shown: none that covers fewer than so many answers, and none whose difference to others does.
 *
 * <p>An anonymous poll has one breakdown at most, so that its cells do not overlap, and its sums are shown only when no answer can come
 * any more. What is withheld together is then one more cell, which everybody can compute as the whole less what is shown. So it must be
 * empty, or as large as any other: where it is too small, the smallest cell that could be shown is withheld with it.
 */
public final class ReleaseRule {

    private final int least;

    /** @param least so many answers make a sum that can be shown, 2 or more */
    public ReleaseRule(int least) {
        if (least < 2) {
            throw new IllegalArgumentException("a sum of " + least + " hides nobody");
        }
        this.least = least;
    }

    public int least() {
        return least;
    }

    /** @return whether the sum of all answers may be shown */
    public boolean permits(int answers) {
        return answers >= least;
    }

    /** @param cells answers by cell; all answers are in one of them @return those that may be shown, in the same order */
    public <K> Set<K> released(Map<K, Integer> cells) {
        Map<K, Integer> shown = new LinkedHashMap<>(cells);
        shown.values().removeIf(count -> count < least);
        int withheld = sum(cells) - sum(shown);
        if (withheld > 0 && withheld < least) {
            shown.entrySet().stream().min(Map.Entry.comparingByValue(Comparator.naturalOrder())).map(Map.Entry::getKey).ifPresent(shown::remove);
        }
        return shown.keySet().stream().collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static int sum(Map<?, Integer> cells) {
        return cells.values().stream().mapToInt(Integer::intValue).sum();
    }
}

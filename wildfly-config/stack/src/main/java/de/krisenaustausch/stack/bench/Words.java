package de.krisenaustausch.stack.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words to search for, taken from the papers themselves.
 *
 * @param common in more than a tenth of the papers
 * @param rare in one of some hundred
 */
record Words(List<String> common, List<String> rare) {

    private static final int SAMPLE = 400;
    private static final int KINDS = 100;
    private static final int SHORTEST = 6;

    static Words of(Content content) {
        Map<String, Integer> papers = new HashMap<>();
        for (int number = 0; number < SAMPLE; number++) {
            Set<String> seen = new HashSet<>(List.of(content.paper(number).text().split("[^\\p{L}]+")));
            seen.stream().filter(word -> word.length() >= SHORTEST).forEach(word -> papers.merge(word, 1, Integer::sum));
        }
        List<String> common = new ArrayList<>();
        List<String> rare = new ArrayList<>();
        papers.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
            .forEach(word -> (word.getValue() > SAMPLE / 10 ? common : rare).add(word.getKey()));
        return new Words(common.subList(0, Math.min(KINDS, common.size())), rare.subList(rare.size() - Math.min(KINDS * 5, rare.size()), rare.size()));
    }
}

package de.krisenaustausch.search.service.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Small numbers for the values of a dimension, the same in all parts of the index, so that counting is adding up. */
final class Dictionary {

    static final int NONE = -1;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> values = new ArrayList<>();

    /** @return the value's number, a new one at its first sight */
    synchronized int learn(String value) {
        return numbers.computeIfAbsent(value, unknown -> {
            values.add(unknown);
            return values.size() - 1;
        });
    }

    /** @return the value's number, or {@link #NONE} when the index holds no such value */
    int find(String value) {
        return numbers.getOrDefault(value, NONE);
    }

    synchronized String value(int number) {
        return values.get(number);
    }

    synchronized List<String> values() {
        return List.copyOf(values);
    }

    synchronized int size() {
        return values.size();
    }
}

package de.krisenaustausch.poll;

import java.math.BigDecimal;
import java.util.List;

/**
 * What somebody answers to one question, before it is checked.
 *
 * @param options ids of the chosen ones; of a ranking the best first
 * @param number of a question for a number, or null
 * @param text of a question for words, or null
 */
public record Answer(long questionId, List<Long> options, BigDecimal number, String text) {

    public Answer {
        options = options == null ? List.of() : List.copyOf(options);
    }

    /** @return an answer of chosen options */
    public static Answer of(long questionId, List<Long> options) {
        return new Answer(questionId, options, null, null);
    }

    public boolean empty() {
        return options.isEmpty() && number == null && (text == null || text.isBlank());
    }
}

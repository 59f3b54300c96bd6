package de.krisenaustausch.question;

import java.util.Optional;

/**
 * The place in a question's answers behind which the next page begins.
 *
 * @param votes of the last answer that was shown
 * @param id of that answer
 */
public record AnswerKey(int votes, long id) {

    /** @return the key as it stands in an address */
    @Override
    public String toString() {
        return votes + "-" + id;
    }

    /** @return the key of an address, or empty when somebody typed nonsense: the answers then start at their beginning */
    public static Optional<AnswerKey> parse(String text) {
        if (text == null || !text.matches("\\d{1,9}-\\d{1,18}")) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        return Optional.of(new AnswerKey(Integer.parseInt(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1))));
    }
}

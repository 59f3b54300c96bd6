package de.krisenaustausch.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The place in a list, newest first, behind which the next page begins.
 *
 * @param at when the last row that was shown came
 * @param id of that row
 */
public record ListKey(Instant at, long id) {

    /** @return the key as it stands in an address */
    @Override
    public String toString() {
        return at.getEpochSecond() + "." + at.getNano() + "-" + id;
    }

    /** @return the key of an address, or empty when somebody typed nonsense: the list then starts at its beginning */
    public static Optional<ListKey> parse(String text) {
        if (text == null || !text.matches("\\d{1,12}\\.\\d{1,9}-\\d{1,18}")) {
            return Optional.empty();
        }
        int dot = text.indexOf('.');
        int dash = text.indexOf('-');
        try {
            Instant time = Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1, dash)));
            return Optional.of(new ListKey(time, Long.parseLong(text.substring(dash + 1))));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }
}

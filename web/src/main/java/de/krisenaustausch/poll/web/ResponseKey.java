package de.krisenaustausch.poll.web;

import de.krisenaustausch.poll.VoteRepository.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The place in a list of single answers, as it stands in an address. */
final class ResponseKey {

    private ResponseKey() {
    }

    static String write(Response response) {
        return response.answeredAt().getEpochSecond() + "." + response.answeredAt().getNano() + "-" + response.ballot();
    }

    /** @return null when the text is none: the list then starts at its beginning */
    static Response parse(String text) {
        if (text == null || !text.matches("\\d{1,12}\\.\\d{1,9}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return null;
        }
        int dot = text.indexOf('.');
        int dash = text.indexOf('-');
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1, dash)));
            return new Response(UUID.fromString(text.substring(dash + 1)), 0, "", "", at, null, null, 0);
        } catch (DateTimeException outOfRange) {
            return null;
        }
    }
}

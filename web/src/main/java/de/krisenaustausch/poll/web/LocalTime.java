package de.krisenaustausch.poll.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A deadline as a field holds it: local time in Germany, whatever the browser's zone is. */
final class LocalTime {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("d.M.yyyy[,] H:mm");

    private LocalTime() {
    }

    /** @param text "2026-12-01T18:00" as browsers send it, or "1.12.2026 18:00" as people type it @return empty when it is neither */
    static Optional<Instant> parse(String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        for (DateTimeFormatter format : new DateTimeFormatter[] {DateTimeFormatter.ISO_LOCAL_DATE_TIME, GERMAN}) {
            try {
                return Optional.of(LocalDateTime.parse(text.strip(), format).atZone(BERLIN).toInstant());
            } catch (DateTimeException other) {
                // perhaps it is written in the other way
            }
        }
        return Optional.empty();
    }

    static String write(Instant instant) {
        return instant == null ? "" : LocalDateTime.ofInstant(instant, BERLIN).truncatedTo(ChronoUnit.MINUTES).toString();
    }
}

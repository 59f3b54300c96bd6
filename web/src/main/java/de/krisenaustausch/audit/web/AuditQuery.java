package de.krisenaustausch.audit.web;

import de.krisenaustausch.audit.AuditRepository;
import de.krisenaustausch.platform.web.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;

/**
 * What somebody looks for in the log, as it stands in the address. Days are days in Berlin.
 *
 * @param from first day, or null
 * @param until last day, or null
 */
record AuditQuery(String action, String words, LocalDate from, LocalDate until) {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int WORDS = 100;

    static AuditQuery of(UnaryOperator<String> parameter) {
        String action = parameter.apply("tat");
        return new AuditQuery(action != null && action.matches("[a-zA-Z]{1,40}") ? action : null,
            Parameters.words(parameter.apply("wer"), WORDS),
            day(parameter.apply("von")), day(parameter.apply("bis")));
    }

    AuditRepository.Filter filter() {
        return new AuditRepository.Filter(action, words, start(from), until == null ? null : start(until.plusDays(1)));
    }

    /** @return the part of an address behind the question mark, with it; "" when nothing is looked for */
    String address() {
        return Parameters.query(Parameters.part("tat", action), Parameters.part("wer", words), Parameters.part("von", from), Parameters.part("bis", until));
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(BERLIN).toInstant();
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}

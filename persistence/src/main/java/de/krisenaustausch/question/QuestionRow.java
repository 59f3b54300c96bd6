package de.krisenaustausch.question;

import de.krisenaustausch.municipality.FederalState;
import java.time.Instant;
import java.time.LocalDate;

/** What a list says of a question: one row of one statement, without entities. @param beginning of its text, in Markdown */
public record QuestionRow(
    long id,
    String title,
    String beginning,
    String municipality,
    FederalState municipalityState,
    int population,
    Instant askedAt,
    LocalDate urgentUntil,
    QuestionState state,
    int answers) {
}

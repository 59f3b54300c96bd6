package de.krisenaustausch.contribution;

import de.krisenaustausch.municipality.FederalState;
import de.krisenaustausch.municipality.MunicipalityKind;
import de.krisenaustausch.municipality.SizeClass;
import java.time.Instant;
import java.util.List;

/**
 * All that a link, question or poll is found by. Documents are more, and have readers of their own.
 *
 * @param description of a link or poll; null where there is none
 * @param address of a link, else null
 * @param texts a question's accepted answer, its text, answers and comments; a poll's questions and options
 * @param accepted a question's accepted answer; null where there is none
 */
public record ContributionText(long id, long spaceId, String title, String description, String address, Progress progress, Instant at,
                               Home home, List<TopicName> topics, List<String> texts, String accepted) {

    /** The municipality that it comes from. */
    public record Home(long id, String name, MunicipalityKind kind, FederalState state, SizeClass sizeClass, int population) {
    }

    /** A topic that it has. */
    public record TopicName(String slug, String name) {
    }
}

package de.krisenaustausch.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What helps instead of a question is counted where it would have been asked, until the same person asks all the same. */
class SparedIT {

    @Test
    void whoeverAsksAllTheSameWasNotSpared() {
        String moderator = Ground.person("Leitung");
        String first = Ground.person("Erste");
        String second = Ground.person("Zweite");
        String space = Ground.space("ALL_MEMBERS", moderator);
        String elsewhere = Ground.space("ALL_MEMBERS", moderator);
        long question = Ground.ask(moderator, space, "Gibt es ein Muster?", "Für die Stundung.");
        assertThat(page(first, space)).doesNotContain("nicht gestellt werden");
        helped(first, space, question);
        helped(second, space, question);
        assertThat(page(moderator, space)).contains("2 Fragen mussten in den letzten 30 Tagen nicht gestellt werden");

        Ground.ask(first, elsewhere, "Hat jemand etwas anderes?", "Ja.");
        assertThat(page(moderator, space)).contains("2 Fragen mussten");
        Ground.ask(first, space, "Gibt es wirklich ein Muster?", "Das andere half nicht.");
        assertThat(page(moderator, space)).contains("1 Frage musste in den letzten 30 Tagen nicht gestellt werden");
        assertThat(page(moderator, space + "/fragen/" + question)).contains("Hat schon 1 Frage erspart");
        Ground.ask(first, space, "Und noch etwas?", "Nur einmal.");
        assertThat(page(moderator, space)).contains("1 Frage musste");
        Ground.ask(second, space, "Gibt es kein Muster?", "Auch nicht.");
        assertThat(page(moderator, space)).doesNotContain("nicht gestellt werden");
        assertThat(Database.column("select 1 from question_spared where target_id = ?", question)).isEmpty();
    }

    private static String page(String reader, String place) {
        return SessionClient.of(reader).get("/bereiche/" + place).body();
    }

    private static void helped(String member, String space, long contribution) {
        assertThat(SessionClient.of(member).post("/suche/geholfen", Map.of("bereich", space, "beitrag", String.valueOf(contribution))).statusCode()).isEqualTo(302);
    }
}

package de.krisenaustausch.search;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of contribution is found by who may see it, and by nobody else; what is gone is found by nobody. */
class KindsIT {

    private static String insider;
    private static String outsider;
    private static String space;

    @BeforeAll
    static void furnish() {
        Scene.people();
        insider = Ground.person("Drinnen");
        outsider = Ground.person("Draussen");
        space = Ground.space("INVITED", insider);
    }

    @Test
    void aQuestionIsFoundByItsAnswersAndOnlyInItsSpace() {
        String word = "Nashorn" + Scene.unique();
        long question = Ground.ask(insider, space, "Wohin damit?", "Es steht im Hof.");
        long answer = Ground.answer(insider, space, question, "Das " + word + " gehört in den Zoo.");
        JsonObject found = awaited(word);
        assertThat(found.getString("contribution")).isEqualTo("QUESTION");
        assertThat(found.getString("progress")).isEqualTo("OPEN");
        assertThat(found.getJsonNumber("id").longValue()).isEqualTo(question);
        assertThat(found.getJsonArray("passage").toString()).contains(word);
        assertThat(help(insider, word)).doesNotContain("Wohin damit?");

        Scene.ok(Api.as(insider).post("/api/v1/spaces/" + space + "/answers/" + answer + "/accept", "{}"));
        Await.until("the question counts as answered", () -> !hits(insider, word + "&contribution=QUESTION&progress=ANSWERED").isEmpty());
        assertThat(help(insider, word)).contains("Wohin damit?");
        assertThat(hits(insider, word + "&contribution=DOCUMENT")).isEmpty();
        assertThat(SessionClient.of(insider).get("/suche?q=" + word).body()).contains("Frage · beantwortet").contains("/bereiche/" + space + "/fragen/" + question);

        assertThat(hits(outsider, word)).isEmpty();
        assertThat(help(outsider, word)).doesNotContain("Wohin");
        assertThat(SessionClient.of(outsider).get("/suche/vorschlaege?q=Wohin").body()).doesNotContain("fragen/" + question);
    }

    @Test
    void aQuestionThatIsGoneIsNotFound() {
        String word = "Flusspferd" + Scene.unique();
        long question = Ground.ask(insider, space, word, "Schon erledigt.");
        awaited(word);
        assertThat(Api.as(insider).send("DELETE", "/api/v1/spaces/" + space + "/questions/" + question, BodyPublishers.noBody(), Map.of()).statusCode()).isEqualTo(204);
        Await.until("the question is gone", () -> hits(insider, word).isEmpty());
    }

    @Test
    void aPollIsFoundAndOfferedWhileItRuns() {
        String word = "Erdferkel" + Scene.unique();
        long poll = Ballots.publish(insider, space, Ballots.named("Wohin mit dem " + word + "?", Ballots.single("Wohin?")));
        JsonObject found = awaited(word);
        assertThat(found.getString("contribution")).isEqualTo("POLL");
        assertThat(found.getString("progress")).isEqualTo("OPEN");
        assertThat(help(insider, word)).contains("umfragen/" + poll);
        assertThat(hits(outsider, word)).isEmpty();

        Ballots.close(insider, space, poll);
        Await.until("the poll counts as closed", () -> hits(insider, word + "&contribution=POLL&progress=OPEN").isEmpty());
        assertThat(hits(insider, word)).hasSize(1);
        assertThat(help(insider, word)).doesNotContain("umfragen/" + poll);
    }

    private static JsonObject awaited(String word) {
        Await.until(word + " is found", () -> !hits(insider, word).isEmpty());
        return hits(insider, word).get(0);
    }

    private static List<JsonObject> hits(String person, String query) {
        return Api.json(Scene.ok(Api.as(person).get("/api/v1/search?q=" + query))).getJsonArray("documents").getValuesAs(JsonObject.class);
    }

    private static String help(String person, String typed) {
        return Scene.ok(SessionClient.of(person).get("/suche/antworten?bereich=" + space + "&q=" + typed));
    }
}

package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.examples.RestClient;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Polls with one question of each kind, and what is answered to them. */
final class Polls {

    private static final int MONTH = 30;
    private static final int STEPS = 400;

    private final RestClient portal;

    Polls(RestClient portal) {
        this.portal = portal;
    }

    /** A published poll, as the portal shows it. */
    record Poll(String space, long id, List<JsonObject> questions) {

        /** @return the path of its only answer of somebody, below the interface's beginning */
        String answerPath() {
            return "spaces/" + space + "/polls/" + id + "/answer";
        }

        /** @return an answer to every question, by chance */
        JsonObject answer(Random random) {
            JsonArrayBuilder answers = Json.createArrayBuilder();
            for (JsonObject question : questions) {
                JsonObjectBuilder answer = Json.createObjectBuilder().add("question", question.getJsonNumber("id"));
                switch (question.getString("kind")) {
                    case "TEXT" -> answer.add("text", "Wir brauchen Muster und Zeit, Nummer " + random.nextInt(STEPS) + ".");
                    case "NUMBER" -> answer.add("number", random.nextInt(STEPS) / 4.0);
                    default -> {
                        List<JsonObject> options = question.getJsonArray("options").getValuesAs(JsonObject.class);
                        answer.add("options", Json.createArrayBuilder().add(options.get(random.nextInt(options.size())).getJsonNumber("id")));
                    }
                }
                answers.add(answer);
            }
            return Json.createObjectBuilder().add("revision", 0).add("answers", answers).build();
        }
    }

    /** @return a poll of persons that runs, with its result open to all if it has names, and after its end otherwise */
    Poll publish(String by, String space, String title, boolean anonymous) {
        JsonArrayBuilder questions = Json.createArrayBuilder().add(question("SINGLE", "Erlassen Sie die Beiträge?", "Ja", "Zum Teil", "Nein"))
            .add(question("MULTIPLE", "Wo wird gearbeitet?", "Im Rathaus", "Zuhause", "Im Bauhof", "Im Wechsel"))
            .add(question("RANKING", "Was hilft am meisten?", "Muster", "Beratung", "Geld")).add(question("YES_NO_NOT_YET", "Gibt es ein Handbuch für den Notfall?"))
            .add(question("NUMBER", "Wie viele Stellen sind besetzt?")).add(question("TEXT", "Was fehlt Ihnen?"));
        JsonObject draft = Json.createObjectBuilder().add("title", title).add("answeredBy", "PERSON").add("anonymous", anonymous)
            .add("resultsFor", anonymous ? "AFTER_DEADLINE" : "LIVE").add("deadline", Instant.now().plus(Duration.ofDays(MONTH)).toString()).add("questions", questions).build();
        String polls = "spaces/" + space + "/polls";
        long id = portal.post(by, polls, draft).getJsonNumber("id").longValue();
        portal.post(by, polls + "/" + id + "/publish", Json.createObjectBuilder().build());
        return read(by, space, id);
    }

    Poll read(String by, String space, long id) {
        return new Poll(space, id, portal.get(by, "spaces/" + space + "/polls/" + id).getJsonArray("questions").getValuesAs(JsonObject.class));
    }

    void answer(String by, Poll poll, Random random) {
        portal.put(by, poll.answerPath(), poll.answer(random));
    }

    private static JsonObject question(String kind, String text, String... options) {
        JsonObjectBuilder question = Json.createObjectBuilder().add("kind", kind).add("text", text).add("decimals", 2);
        if (options.length > 0) {
            question.add("options", Json.createArrayBuilder(List.of(options)));
        }
        return question.build();
    }
}

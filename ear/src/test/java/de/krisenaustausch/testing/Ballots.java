package de.krisenaustausch.testing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Polls as programs make and answer them. */
public final class Ballots {

    private Ballots() {
    }

    /** @return a named poll of persons whose result is live, to be drafted */
    public static JsonObjectBuilder named(String title, JsonObject... questions) {
        return poll(title, false, "PERSON", "LIVE", questions);
    }

    /** @return an anonymous poll of persons, to be drafted */
    public static JsonObjectBuilder anonymous(String title, JsonObject... questions) {
        return poll(title, true, "PERSON", "AFTER_DEADLINE", questions);
    }

    /** @return a named poll in which each municipality answers once, to be drafted */
    public static JsonObjectBuilder ofTowns(String title, JsonObject... questions) {
        return poll(title, false, "MUNICIPALITY", "AFTER_ANSWERING", questions);
    }

    private static JsonObjectBuilder poll(String title, boolean anonymous, String by, String results, JsonObject... questions) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject question : questions) {
            all.add(question);
        }
        return Json.createObjectBuilder().add("title", title).add("answeredBy", by).add("anonymous", anonymous).add("resultsFor", results)
            .add("deadline", Instant.now().plus(Duration.ofDays(3)).toString()).add("questions", all);
    }

    public static JsonObject single(String text) {
        return question("SINGLE", text, "Ja, vollständig", "Ja, anteilig", "Nein");
    }

    /** @param options of kinds that have their own */
    public static JsonObject question(String kind, String text, String... options) {
        JsonObjectBuilder question = Json.createObjectBuilder().add("kind", kind).add("text", text).add("decimals", 1);
        if (options.length > 0) {
            question.add("options", Json.createArrayBuilder(List.of(options)));
        }
        return question.build();
    }

    /** @return one question of each kind */
    public static JsonObject[] everyKind() {
        return new JsonObject[] {single("Erlassen Sie Elternbeiträge?"), question("MULTIPLE", "Wo arbeiten Sie?", "Rathaus", "Zuhause", "Bauhof"),
            question("RANKING", "Was hilft am meisten?", "Muster", "Beratung", "Geld"), question("YES_NO_NOT_YET", "Gibt es ein IT-Notfallhandbuch?"),
            question("TEXT", "Was fehlt Ihnen, um die Sitzungen des Rates von zu Hause aus abzuhalten?"), question("NUMBER", "Wie viele Stellen sind besetzt?")};
    }

    /** @return id of the draft */
    public static long draft(String by, String space, JsonObjectBuilder poll) {
        return Api.json(Scene.ok(Api.as(by).post(at(space), poll.build().toString()))).getJsonNumber("id").longValue();
    }

    /** @return id of the published poll */
    public static long publish(String by, String space, JsonObjectBuilder poll) {
        long id = draft(by, space, poll);
        Scene.ok(Api.as(by).post(at(space) + "/" + id + "/publish", ""));
        return id;
    }

    public static JsonObject read(String by, String space, long poll) {
        return Api.json(Scene.ok(Api.as(by).get(at(space) + "/" + poll)));
    }

    /** @return ids of the poll's questions */
    public static List<Long> questions(String by, String space, long poll) {
        return read(by, space, poll).getJsonArray("questions").getValuesAs(JsonObject.class).stream().map(question -> question.getJsonNumber("id").longValue()).toList();
    }

    /** @return ids of the options of a question, counted from 0 */
    public static List<Long> options(String by, String space, long poll, int question) {
        return read(by, space, poll).getJsonArray("questions").getJsonObject(question).getJsonArray("options").getValuesAs(JsonObject.class).stream()
            .map(option -> option.getJsonNumber("id").longValue()).toList();
    }

    /** @return an answer of chosen options */
    public static JsonObject chosen(long question, Long... options) {
        return Json.createObjectBuilder().add("question", question).add("options", Json.createArrayBuilder(List.of(options))).build();
    }

    public static HttpResponse<String> answer(String by, String space, long poll, int revision, JsonObject... answers) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject answer : answers) {
            all.add(answer);
        }
        return Api.as(by).put(at(space) + "/" + poll + "/answer", Json.createObjectBuilder().add("revision", revision).add("answers", all).build().toString());
    }

    /** Answers every question somehow. */
    public static void answerAll(String by, String space, long poll) {
        JsonObject[] answers = read(by, space, poll).getJsonArray("questions").getValuesAs(JsonObject.class).stream().map(Ballots::some).toArray(JsonObject[]::new);
        Scene.ok(answer(by, space, poll, 0, answers));
    }

    private static JsonObject some(JsonObject question) {
        JsonObjectBuilder answer = Json.createObjectBuilder().add("question", question.getJsonNumber("id"));
        switch (question.getString("kind")) {
            case "TEXT" -> answer.add("text", "Ein Muster.");
            case "NUMBER" -> answer.add("number", 12.5);
            default -> answer.add("options", Json.createArrayBuilder().add(question.getJsonArray("options").getJsonObject(0).getJsonNumber("id")));
        }
        return answer.build();
    }

    /** Ends a poll. */
    public static void close(String by, String space, long poll) {
        Scene.ok(Api.as(by).post(at(space) + "/" + poll + "/close", ""));
    }

    public static JsonObject result(String by, String space, long poll, String query) {
        return Api.json(Scene.ok(Api.as(by).get(at(space) + "/" + poll + "/results" + query)));
    }

    /** @return the path of a space's polls in the REST interface */
    public static String at(String space) {
        return "/api/v1/spaces/" + space + "/polls";
    }

    /** @return the fields of a ballot on a page, with these values */
    public static Map<String, String> fields(Map<Long, String> values) {
        return values.entrySet().stream().collect(java.util.stream.Collectors.toMap(each -> "f" + each.getKey(), Map.Entry::getValue));
    }
}

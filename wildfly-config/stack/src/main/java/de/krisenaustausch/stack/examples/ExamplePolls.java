package de.krisenaustausch.stack.examples;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks and answers the example polls over the REST interface; those that are there already are left alone. */
final class ExamplePolls {

    private final RestClient portal;
    private final String admin;

    ExamplePolls(RestClient portal, String admin) {
        this.portal = portal;
        this.admin = admin;
    }

    void ask(List<ExamplePoll> polls) {
        for (ExamplePoll poll : polls) {
            if (!titles(poll.space()).contains(poll.title())) {
                ask(poll);
            }
        }
    }

    private Set<String> titles(String space) {
        Set<String> titles = new HashSet<>();
        for (String which : List.of("open", "closed")) {
            portal.get(admin, "spaces/" + space + "/polls?limit=100&which=" + which).getJsonArray("polls").getValuesAs(JsonObject.class)
                .forEach(poll -> titles.add(poll.getString("title")));
        }
        return titles;
    }

    private void ask(ExamplePoll poll) {
        JsonArrayBuilder topics = Json.createArrayBuilder();
        poll.topics().forEach(topic -> topics.add(Examples.slug(topic)));
        String path = "spaces/" + poll.space() + "/polls";
        JsonObject draft = Json.createObjectBuilder(poll.poll()).add("topics", topics)
            .add("deadline", Instant.now().plus(Duration.ofDays(poll.days())).truncatedTo(ChronoUnit.HOURS).toString()).build();
        path += "/" + portal.post(poll.person(), path, draft).getJsonNumber("id").longValue();
        JsonArray questions = portal.post(poll.person(), path + "/publish", JsonValue.EMPTY_JSON_OBJECT).getJsonArray("questions");
        for (var each : poll.answers().entrySet()) {
            portal.put(each.getKey(), path + "/answer", Json.createObjectBuilder().add("revision", 0).add("answers", answers(questions, each.getValue())).build());
        }
        if (poll.close()) {
            portal.post(poll.person(), path + "/close", JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    private static JsonArrayBuilder answers(JsonArray questions, JsonArray given) {
        JsonArrayBuilder answers = Json.createArrayBuilder();
        for (int i = 0; i < given.size(); i++) {
            JsonObject question = questions.getJsonObject(i);
            JsonObjectBuilder answer = Json.createObjectBuilder().add("question", question.getJsonNumber("id"));
            switch (given.get(i).getValueType()) {
                case ARRAY -> answer.add("options", options(question, given.getJsonArray(i)));
                case NUMBER -> answer.add("number", given.getJsonNumber(i));
                case STRING -> answer.add("text", ((JsonString) given.get(i)).getString());
                default -> answer.addNull("text");
            }
            answers.add(answer);
        }
        return answers;
    }

    private static JsonArrayBuilder options(JsonObject question, JsonArray chosen) {
        JsonArrayBuilder options = Json.createArrayBuilder();
        for (int i = 0; i < chosen.size(); i++) {
            options.add(question.getJsonArray("options").getJsonObject(chosen.getInt(i)).getJsonNumber("id"));
        }
        return options;
    }
}

package de.krisenaustausch.stack.examples;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A poll of the local stack and what people answer to it.
 *
 * @param topics by name
 * @param days from now until its deadline
 * @param close whether who asks ends it when all have answered, so that its result is there
 * @param poll what the REST interface takes, without topics and deadline
 * @param answers by username: for each question its options, counted from 0, a number, or words; null where it is left out
 */
record ExamplePoll(String space, String person, List<String> topics, int days, boolean close, JsonObject poll, Map<String, JsonArray> answers) {

    static ExamplePoll of(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject source = reader.readObject();
            Map<String, JsonArray> answers = new LinkedHashMap<>();
            source.getJsonObject("answers").forEach((person, given) -> answers.put(person, given.asJsonArray()));
            return new ExamplePoll(source.getString("space"), source.getString("person"),
                source.getJsonArray("topics").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList(),
                source.getInt("days"), source.getBoolean("close"), source.getJsonObject("poll"), answers);
        }
    }

    String title() {
        return poll.getString("title");
    }
}

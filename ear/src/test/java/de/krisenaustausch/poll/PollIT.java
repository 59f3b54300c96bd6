package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Polls over the REST interface and on pages: who answers once, who sees what, and what an anonymous one never tells. */
class PollIT {

    private static String asks;
    private static String answers;
    private static String colleague;
    private static String space;

    @BeforeAll
    static void furnish() {
        asks = Ground.person("Fragt");
        answers = Ground.person("Antwortet");
        colleague = Accounts.open("Probe", "Kollegin");
        String town = Api.json(Scene.ok(Api.as(answers).get("/api/v1/me"))).getString("municipality");
        Scene.ok(Api.as(colleague).put("/api/v1/me", Json.createObjectBuilder().add("givenName", "Probe").add("familyName", "Kollegin")
            .add("municipality", town).add("office", "Amt 2").build().toString()));
        space = Ground.space("ALL_MEMBERS", Ground.person("Leitung"));
    }

    @Test
    void aMunicipalityAnswersOnceAndItsPeopleAmendIt() {
        long poll = Ballots.publish(asks, space, Ballots.ofTowns("Einmal", Ballots.single("Wie?")));
        long question = Ballots.questions(asks, space, poll).get(0);
        List<Long> options = Ballots.options(asks, space, poll, 0);
        Scene.ok(Ballots.answer(answers, space, poll, 0, Ballots.chosen(question, options.get(0))));

        JsonObject seen = Ballots.read(colleague, space, poll);
        assertThat(seen.getBoolean("taken")).isTrue();
        assertThat(seen.getJsonObject("mine").getString("person")).isEqualTo("Probe Antwortet");
        assertThat(Ballots.answer(colleague, space, poll, 0, Ballots.chosen(question, options.get(1))).statusCode()).as("without having seen it").isEqualTo(409);
        Scene.ok(Ballots.answer(colleague, space, poll, 1, Ballots.chosen(question, options.get(1))));
        assertThat(Ballots.answer(answers, space, poll, 1, Ballots.chosen(question, options.get(2))).statusCode()).as("the second is told").isEqualTo(409);

        JsonObject after = Ballots.read(answers, space, poll);
        assertThat(after.getInt("participants")).isEqualTo(1);
        assertThat(after.getJsonObject("mine").getString("changedBy")).isEqualTo("Probe Kollegin");
        assertThat(SessionClient.of(answers).get("/bereiche/" + space + "/umfragen/" + poll).body()).contains("Zuletzt geändert: Probe Kollegin");
        JsonObject result = Ballots.result(answers, space, poll, "");
        assertThat(counts(result)).containsExactly(0, 1, 0);
    }

    @Test
    void marksOnesOwnNumberForEachThousandInhabitantsToo() {
        long poll = Ballots.publish(asks, space, Ballots.ofTowns("Stellen", Ballots.question("NUMBER", "Wie viele Stellen?")));
        Ballots.answerAll(answers, space, poll);
        JsonObject plain = Ballots.result(answers, space, poll, "").getJsonArray("questions").getJsonObject(0);
        JsonObject relative = Ballots.result(answers, space, poll, "?perThousand=true").getJsonArray("questions").getJsonObject(0);
        assertThat(plain.getJsonNumber("own").doubleValue()).isEqualTo(12.5);
        // the only answer is the reader's, so it is the median on either scale
        assertThat(relative.getJsonNumber("own").doubleValue()).isEqualTo(relative.getJsonObject("spread").getJsonNumber("median").doubleValue()).isNotEqualTo(12.5);
    }

    @Test
    void onlyThoseSeeTheResultWhoMay() {
        long poll = Ballots.publish(asks, space, Ballots.ofTowns("Erst antworten", Ballots.single("Wie?")));
        assertThat(Api.as(answers).get(Ballots.at(space) + "/" + poll + "/results").statusCode()).isEqualTo(403);
        assertThat(SessionClient.of(answers).get("/bereiche/" + space + "/umfragen/" + poll + "/ergebnis").body()).contains("noch nicht zu sehen");
        assertThat(Api.as(asks).get(Ballots.at(space) + "/" + poll + "/results").statusCode()).as("who asks").isEqualTo(200);
        Ballots.answerAll(answers, space, poll);
        assertThat(Api.as(answers).get(Ballots.at(space) + "/" + poll + "/results").statusCode()).isEqualTo(200);
    }

    @Test
    void anAnonymousPollTellsNothingBeforeItsEndAndOfFew() {
        long few = Ballots.publish(asks, space, Ballots.anonymous("Wenige", Ballots.single("Wie?")).add("breakdown", "STATE"));
        Ballots.answerAll(answers, space, few);
        Ballots.answerAll(colleague, space, few);
        assertThat(Ballots.answer(answers, space, few, 0, Ballots.chosen(Ballots.questions(asks, space, few).get(0), Ballots.options(asks, space, few, 0).get(1))).statusCode()).isEqualTo(422);
        assertThat(Api.as(asks).get(Ballots.at(space) + "/" + few + "/results").statusCode()).as("while it runs, even for who asks").isEqualTo(403);
        assertThat(Ballots.read(answers, space, few).containsKey("mine")).isFalse();
        Ballots.close(asks, space, few);

        JsonObject result = Ballots.result(asks, space, few, "");
        assertThat(result.getBoolean("enough")).isFalse();
        assertThat(result.getJsonArray("questions")).isEmpty();
        assertThat(result.getInt("ballots")).isZero();
        assertThat(result.getJsonObject("cells").getJsonArray("STATE").getJsonObject(0).getBoolean("shown")).isFalse();
        assertThat(SessionClient.of(asks).get("/bereiche/" + space + "/umfragen/" + few + "/ergebnis").body()).contains("Weniger als 5 Antworten");
        assertThat(Database.column("select 1 from poll_response where poll_id = ?", few)).isEmpty();
        assertThat(Database.column("select count(*) from poll_participation where poll_id = ?", few)).containsExactly("2");
    }

    @Test
    void anAnonymousResultShowsEnoughAndNoPartOfFew() {
        List<String> many = java.util.stream.IntStream.range(0, 5).mapToObj(i -> Ground.person("Viele" + i)).toList();
        long poll = Ballots.publish(asks, space, Ballots.anonymous("Genug", Ballots.everyKind()).add("breakdown", "STATE"));
        many.forEach(person -> Ballots.answerAll(person, space, poll));
        Scene.people();
        Ballots.answerAll(Person.JONAS.email(), space, poll);
        Ballots.close(asks, space, poll);

        JsonObject result = Ballots.result(answers, space, poll, "");
        assertThat(result.getInt("ballots")).isEqualTo(6);
        assertThat(counts(result)).containsExactly(6, 0, 0);
        // five from BW, one from SH: the one would be the whole less BW, so BW is not shown either
        assertThat(Ballots.result(answers, space, poll, "?state=BW").getJsonArray("questions")).isEmpty();
        assertThat(Ballots.result(answers, space, poll, "?state=SH").getJsonArray("questions")).isEmpty();
        assertThat(Ballots.result(answers, space, poll, "?size=GK7A").getJsonArray("questions")).isEmpty();
        String page = SessionClient.of(answers).get("/bereiche/" + space + "/umfragen/" + poll + "/ergebnis").body();
        assertThat(page).contains("<svg").doesNotContain("Wendt").doesNotContain("Kleinster Wert");
    }

    @Test
    void downloadsRunNoFormula() throws Exception {
        long poll = Ballots.publish(asks, space, Ballots.named("Formel", Ballots.question("SINGLE", "=1+1", "=cmd|'/c calc'!A1", "nein"), Ballots.question("TEXT", "Warum?")));
        List<Long> questions = Ballots.questions(asks, space, poll);
        Scene.ok(Ballots.answer(answers, space, poll, 0, Ballots.chosen(questions.get(0), Ballots.options(asks, space, poll, 0).get(0)),
            Json.createObjectBuilder().add("question", questions.get(1)).add("text", "@SUM(1+9)").build()));
        String csv = Scene.ok(Api.as(answers).get(Ballots.at(space) + "/" + poll + "/results.csv"));
        assertThat(csv).contains("\"'=1+1\"").contains("\"'@SUM(1+9)\"").doesNotContain("\"=");
        HttpResponse<byte[]> book = Api.as(answers).send("GET", Ballots.at(space) + "/" + poll + "/results.xlsx", BodyPublishers.noBody(), Map.of(), HttpResponse.BodyHandlers.ofByteArray());
        StringBuilder parts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts).contains("@SUM(1+9)").contains("Probe Antwortet").doesNotContain("<f>");
        HttpResponse<byte[]> picture = Api.as(answers).send("GET", Ballots.at(space) + "/" + poll + "/results/" + questions.get(0) + "/png", BodyPublishers.noBody(), Map.of(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(new String(picture.body(), 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(Scene.ok(Api.as(answers).get(Ballots.at(space) + "/" + poll + "/results/" + questions.get(0) + "/svg"))).startsWith("<?xml").contains("=cmd|");
    }

    @Test
    void aDeadlineEndsAPollByItself() {
        long poll = Ballots.publish(asks, space, Ballots.anonymous("Frist", Ballots.single("Wie?")));
        Ballots.answerAll(answers, space, poll);
        Database.change("update poll set deadline = now() - interval '1 second' where id = ?", poll);
        assertThat(Ballots.answer(colleague, space, poll, 0, Ballots.chosen(Ballots.questions(asks, space, poll).get(0), Ballots.options(asks, space, poll, 0).get(0))).statusCode()).isEqualTo(422);
        Await.until("the poll has ended", () -> !Database.column("select 1 from poll where id = ? and ended_at is not null", poll).isEmpty());
        assertThat(Api.as(answers).get(Ballots.at(space) + "/" + poll + "/results").statusCode()).isEqualTo(200);
    }

    @Test
    void theLastDayIsToldOnceForEachDeadline() {
        long poll = Ballots.publish(asks, space, Ballots.named("Letzter Tag", Ballots.single("Wie?")));
        lastDay(poll, String.valueOf(poll));
        Scene.ok(Api.as(asks).put(Ballots.at(space) + "/" + poll + "/deadline", Json.createObjectBuilder().add("deadline", Instant.now().plus(Duration.ofDays(3)).toString()).build().toString()));
        lastDay(poll, Database.column("select id from poll_change where poll_id = ? and what = 'DEADLINE'", poll).get(0));
    }

    /** The space's moderator has not answered and hears of it. */
    private static void lastDay(long poll, String occasion) {
        Database.change("update poll set deadline = now() + interval '23 hours' where id = ?", poll);
        Await.until("the reminder is on its way", () -> Database.column("select 1 from delivery where event = ?", "PollClosing:" + occasion).size() == 1);
    }

    @Test
    void aPageShowsTheLastAnswersInWordsAndMoreOnDemand() {
        long poll = Ballots.publish(asks, space, Ballots.named("Worte", Ballots.question("TEXT", "Was fehlt?")));
        long question = Ballots.questions(asks, space, poll).get(0);
        Database.change("with b as (insert into poll_ballot (id, poll_id, state) select gen_random_uuid(), ?, 'BW' from generate_series(1, 30) returning id, poll_id), "
            + "a as (insert into poll_answer (ballot_id, question_id, text) select id, ?, 'Es fehlt an Papier' from b) "
            + "insert into poll_response (ballot_id, poll_id, anonymous, municipality_id, member_id, answered_at, revision) "
            + "select b.id, b.poll_id, false, m.municipality_id, m.id, now(), 1 from b join member m on m.email = ?", poll, question, colleague);
        String path = "/bereiche/" + space + "/umfragen/" + poll + "/ergebnis";
        SessionClient browser = SessionClient.of(asks);
        assertThat(browser.get(path).body()).contains("Hier stehen 20 von 30 Antworten.", "Bis zu 200 zeigen", "results.xlsx");
        assertThat(browser.get(path + "?worte=mehr").body()).contains("Es fehlt an Papier").doesNotContain("Hier stehen");
    }

    @Test
    void aTopicThatDoesNotExistIsRefused() {
        String refused = Api.as(asks).post(Ballots.at(space), Ballots.named("Thema", Ballots.single("Wie?")).add("topics", Json.createArrayBuilder().add("gibt-es-nicht")).build().toString()).body();
        assertThat(refused).contains("\"status\":422");
    }

    @Test
    void correctionsAreSeen() {
        long poll = Ballots.publish(asks, space, Ballots.named("Tipfehler", Ballots.single("Wie?")));
        SessionClient browser = SessionClient.of(asks);
        String edit = "/bereiche/" + space + "/umfragen/" + poll + "/bearbeiten";
        Map<String, String> fields = new java.util.LinkedHashMap<>(SessionClient.ownFields(browser.get(edit).body(), "korrektur"));
        fields.put("korrektur:title", "Tippfehler");
        for (int i = 0; i < 4; i++) {
            fields.put("korrektur:worte:" + i + ":wort", List.of("Wie genau?", "Ja, vollständig", "Ja, anteilig", "Nein").get(i));
        }
        assertThat(browser.post(edit, fields).statusCode()).isEqualTo(302);
        assertThat(SessionClient.of(answers).get("/bereiche/" + space + "/umfragen/" + poll).body()).contains("Titel: „Tipfehler“ heißt jetzt „Tippfehler“.")
            .contains("Frage: „Wie?“ heißt jetzt „Wie genau?“.");
    }

    private static List<Integer> counts(JsonObject result) {
        return result.getJsonArray("questions").getJsonObject(0).getJsonArray("options").getValuesAs(JsonObject.class).stream().map(option -> option.getInt("count")).collect(Collectors.toList());
    }
}

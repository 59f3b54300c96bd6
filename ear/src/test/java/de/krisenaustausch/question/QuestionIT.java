package de.krisenaustausch.question;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions as programs and forms reach them: who may do what, what is told to the second of two, where old addresses lead. */
class QuestionIT {

    private static String moderator;
    private static String asker;
    private static String helper;
    private static String outsider;
    private static String space;
    private static String closed;

    @BeforeAll
    static void furnish() {
        moderator = Ground.person("Leitung");
        asker = Ground.person("Fragt");
        helper = Ground.person("Hilft");
        outsider = Ground.person("Draussen");
        space = Ground.space("ALL_MEMBERS", moderator);
        closed = Ground.space("INVITED", moderator);
        Ground.bringIn(closed, moderator, asker);
    }

    private static long ask(String by, String where, String title) {
        return id(Ground.accepted(Api.as(by).post(path(where), Json.createObjectBuilder().add("title", title).add("text", "Worum es **geht**.").build().toString())));
    }

    private static long answer(String by, long question, String text) {
        return id(Ground.accepted(Api.as(by).post(path(space) + "/" + question + "/answers", Json.createObjectBuilder().add("text", text).build().toString())));
    }

    private static long id(HttpResponse<String> answer) {
        return Api.json(answer.body()).getJsonNumber("id").longValue();
    }

    private static String path(String where) {
        return "/api/v1/spaces/" + where + "/questions";
    }

    private static String answers() {
        return "/api/v1/spaces/" + space + "/answers/";
    }

    private static JsonObject read(String by, long question) {
        return Api.json(Ground.accepted(Api.as(by).get(path(space) + "/" + question)).body());
    }

    private static int act(String by, String path, String body) {
        return Api.as(by).post(path, body).statusCode();
    }

    private static List<String> titles(String by, String view) {
        return Api.json(Ground.accepted(Api.as(by).get(path(space) + "?limit=100&view=" + view)).body()).getJsonArray("questions").getValuesAs(JsonObject.class).stream()
            .map(row -> row.getString("title")).toList();
    }

    @Test
    void isAskedAnsweredAndSettled() {
        long question = ask(asker, space, "Wer hat ein Muster?");
        assertThat(titles(asker, "unanswered")).contains("Wer hat ein Muster?");
        assertThat(titles(helper, "mine")).doesNotContain("Wer hat ein Muster?");
        long given = answer(helper, question, "Wir haben eins.");
        assertThat(titles(asker, "unanswered")).doesNotContain("Wer hat ein Muster?");
        assertThat(titles(asker, "open")).contains("Wer hat ein Muster?");

        assertThat(act(helper, answers() + given + "/vote", "{\"helped\":true}")).as("one's own").isEqualTo(422);
        assertThat(act(asker, answers() + given + "/vote", "{\"helped\":true}")).isEqualTo(204);
        assertThat(act(asker, answers() + given + "/vote", "{\"helped\":true}")).isEqualTo(204);
        assertThat(act(asker, answers() + given + "/remarks", "{\"text\":\"Danke!\"}")).isEqualTo(204);
        assertThat(act(helper, answers() + given + "/accept", "")).as("neither asker nor moderator").isEqualTo(403);
        assertThat(act(asker, answers() + given + "/accept", "")).isEqualTo(204);

        JsonObject told = read(asker, question);
        assertThat(told.getString("questionState")).isEqualTo("ANSWERED");
        JsonObject answer = told.getJsonArray("answers").getJsonObject(0);
        assertThat(answer.getBoolean("accepted") && answer.getBoolean("helped")).isTrue();
        assertThat(answer.getInt("votes")).isEqualTo(1);
        assertThat(answer.getJsonArray("remarks").getJsonObject(0).getString("text")).isEqualTo("Danke!");
        assertThat(act(helper, path(space) + "/" + question + "/close", "{\"reason\":\"x\"}")).isEqualTo(403);
        assertThat(act(moderator, path(space) + "/" + question + "/close", "{\"reason\":\"Hat sich erledigt\"}")).isEqualTo(204);
        assertThat(act(helper, path(space) + "/" + question + "/answers", "{\"text\":\"Zu spät\"}")).isEqualTo(422);
        assertThat(act(asker, path(space) + "/" + question + "/reopen", "")).isEqualTo(204);
        assertThat(read(helper, question).getString("questionState")).isEqualTo("ANSWERED");
    }

    @Test
    void whatIsInAClosedSpaceIsNowhereForOthers() {
        long question = ask(asker, closed, "Streng vertraulich?");
        for (String address : List.of(path(closed), path(closed) + "/" + question, path(space) + "/" + question)) {
            assertThat(Api.as(outsider).get(address).statusCode()).as(address).isEqualTo(address.equals(path(space)) ? 200 : 404);
        }
        SessionClient browser = SessionClient.of(outsider);
        for (String address : List.of("/bereiche/" + closed + "/fragen", "/bereiche/" + closed + "/fragen/stellen", "/bereiche/" + closed + "/fragen/" + question,
                "/bereiche/" + space + "/fragen/" + question, "/bereiche/" + closed + "/fragen/" + question + "/verlauf")) {
            assertThat(browser.get(address).statusCode()).as(address).isEqualTo(404);
        }
        assertThat(Api.as(outsider).post(path(closed) + "/" + question + "/answers", "{\"text\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(Api.as(outsider).post(path(space) + "/" + question + "/answers", "{\"text\":\"x\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
        long question = ask(asker, space, "Wer ändert zuerst?");
        long answer = answer(helper, question, "Erste Fassung.");
        String page = "/bereiche/" + space + "/antworten/" + answer + "/bearbeiten";
        SessionClient first = SessionClient.of(helper);
        SessionClient second = SessionClient.of(moderator);
        Map<String, String> seen = SessionClient.ownFields(second.get(page).body(), "bearbeiten");
        assertThat(first.submit(page, "bearbeiten", Map.of("bearbeiten:answer", "Fassung der Ersten.", "bearbeiten:speichern", "x")).statusCode()).isEqualTo(302);

        HttpResponse<String> told = second.post(page, with(seen, Map.of("bearbeiten:answer", "Fassung der Zweiten.", "bearbeiten:speichern", "x")));
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).contains("Jemand anderes hat inzwischen gespeichert", "Fassung der Ersten.", "Fassung der Zweiten.");
        assertThat(read(asker, question).getJsonArray("answers").getJsonObject(0).getString("text")).isEqualTo("Fassung der Ersten.");

        assertThat(second.post(page, with(SessionClient.ownFields(told.body(), "bearbeiten"), Map.of("bearbeiten:answer", "Beides.", "bearbeiten:speichern", "x")))
            .statusCode()).isEqualTo(302);
        assertThat(read(asker, question).getJsonArray("answers").getJsonObject(0).getString("text")).isEqualTo("Beides.");
        assertThat(first.get("/bereiche/" + space + "/fragen/" + question + "/verlauf").body()).contains("Erste Fassung.", "Fassung der Ersten.");
        assertThat(Api.as(helper).put(answers() + answer, "{\"revision\":1,\"text\":\"Alt\"}").statusCode()).isEqualTo(409);
        assertThat(Api.as(asker).put(answers() + answer, "{\"revision\":1,\"text\":\"Fremd\"}").statusCode()).isEqualTo(403);
        assertThat(Api.as(asker).put(path(space) + "/" + question, "{\"revision\":99,\"title\":\"Alt\",\"text\":\"Alt\"}").statusCode()).isEqualTo(409);
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        Map<String, String> all = new java.util.LinkedHashMap<>(fields);
        all.putAll(more);
        return all;
    }

    /** Twenty at once: each vote counts once, and the same form sent twenty times asks once. */
    @Test
    void atOnceIsAsOneAfterTheOther() {
        long question = ask(asker, space, "Wer klickt doppelt?");
        long answer = answer(helper, question, "Alle.");
        List<Integer> codes = IntStream.range(0, 20).mapToObj(i -> CompletableFuture.supplyAsync(() ->
            act(i % 2 == 0 ? asker : moderator, answers() + answer + "/vote", "{\"helped\":true}"))).toList().stream().map(CompletableFuture::join).toList();
        assertThat(codes).containsOnly(204);
        assertThat(read(asker, question).getJsonArray("answers").getJsonObject(0).getInt("votes")).isEqualTo(2);
        String form = "{\"title\":\"Doppelt gestellt?\",\"text\":\"Nein.\"}";
        List<Long> ids = Stream.generate(() -> CompletableFuture.supplyAsync(() -> id(Ground.accepted(Api.as(asker).post(path(space), form))))).limit(10).toList().stream()
            .map(CompletableFuture::join).distinct().toList();
        assertThat(ids).hasSize(1);
    }

    @Test
    void anAddressLeadsOnWhereAQuestionWasMergedOrMoved() {
        long first = ask(asker, space, "Zuerst gefragt?");
        long twice = ask(helper, space, "Noch einmal gefragt?");
        answer(moderator, twice, "Schon beantwortet.");
        String page = "/bereiche/" + space + "/fragen/" + twice;
        assertThat(SessionClient.of(helper).get(page).body()).doesNotContain("zusammenfuehren");
        assertThat(SessionClient.of(moderator).submit(page, "zusammenfuehren", Map.of("zusammenfuehren:other", "https://portal.example/bereiche/x/fragen/" + first,
            "zusammenfuehren:los", "x")).statusCode()).isEqualTo(302);

        HttpResponse<String> led = SessionClient.of(asker).get(page);
        assertThat(led.statusCode()).isEqualTo(302);
        assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith("/bereiche/" + space + "/fragen/" + first);
        assertThat(Api.as(asker).get(path(space) + "/" + twice).statusCode()).isEqualTo(301);
        assertThat(read(asker, first).getJsonArray("answers").getJsonObject(0).getString("text")).isEqualTo("Schon beantwortet.");
        assertThat(titles(asker, "all")).doesNotContain("Noch einmal gefragt?");

        assertThat(SessionClient.of(moderator).submit("/bereiche/" + space + "/fragen/" + first, "verschieben", Map.of("verschieben:target", closed,
            "verschieben:los", "x")).statusCode()).isEqualTo(302);
        assertThat(SessionClient.of(asker).get("/bereiche/" + space + "/fragen/" + first).headers().firstValue("Location").orElseThrow())
            .endsWith("/bereiche/" + closed + "/fragen/" + first);
        assertThat(SessionClient.of(outsider).get("/bereiche/" + space + "/fragen/" + first).statusCode()).isEqualTo(404);
        assertThat(SessionClient.of(outsider).get(page).statusCode()).isEqualTo(404);
        assertThat(Database.column("select 1 from audit_entry where action in ('questionMove', 'questionMerge') and about like '%gefragt?'")).hasSize(2);
    }

    @Test
    void onlyWhoAskedDeletesAndOnlyWhatNobodyAnswered() {
        long question = ask(asker, space, "Doch nicht?");
        assertThat(delete(moderator, question)).isEqualTo(403);
        assertThat(delete(asker, question)).isEqualTo(204);
        assertThat(Api.as(asker).get(path(space) + "/" + question).statusCode()).isEqualTo(404);
        SessionClient browser = SessionClient.of(asker);
        assertThat(browser.submit("/bereiche/" + space + "/fragen?geloescht=" + question, "zurueck", Map.of("wiederherstellen", "1")).statusCode()).isEqualTo(302);
        answer(helper, question, "Gern.");
        assertThat(delete(asker, question)).isEqualTo(422);
    }

    private static int delete(String by, long question) {
        return remove(by, path(space) + "/" + question);
    }

    private static int remove(String by, String address) {
        return Api.as(by).send("DELETE", address, BodyPublishers.noBody(), Map.of()).statusCode();
    }

    @Test
    void anAnswerIsWithdrawnAndComesBack() {
        long question = ask(asker, space, "Gilt das noch?");
        long first = answer(helper, question, "Ja, das gilt.");
        long second = answer(moderator, question, "Nicht mehr.");
        assertThat(act(asker, answers() + first + "/accept", "")).isEqualTo(204);
        assertThat(remove(asker, answers() + first)).as("who asked is not its author").isEqualTo(403);
        assertThat(remove(helper, answers() + second)).isEqualTo(403);

        String page = "/bereiche/" + space + "/fragen/" + question;
        SessionClient browser = SessionClient.of(helper);
        assertThat(browser.get(page).body()).contains("Ohne sie ist die Frage wieder offen");
        HttpResponse<String> gone = browser.submit(page, "antwortenliste", Map.of("zurueckziehen", String.valueOf(first)));
        assertThat(gone.headers().firstValue("Location").orElseThrow()).endsWith(page + "?meldung=answerDeleted&zurueckgezogen=" + first);
        JsonObject told = read(asker, question);
        assertThat(told.getString("questionState")).isEqualTo("OPEN");
        assertThat(told.getInt("answerCount")).isEqualTo(1);
        assertThat(SessionClient.of(asker).get(page).body()).doesNotContain("Ja, das gilt.");
        assertThat(act(asker, answers() + first + "/accept", "")).isEqualTo(404);
        assertThat(act(asker, answers() + first + "/restore", "")).as("nobody else learns of it").isEqualTo(404);
        assertThat(Database.column("select 1 from audit_entry where action = 'answerDelete' and about = 'Gilt das noch?'")).as("her own").isEmpty();

        assertThat(browser.submit(page + "?zurueckgezogen=" + first, "zurueck", Map.of("stehenlassen", String.valueOf(first))).statusCode()).isEqualTo(302);
        assertThat(read(asker, question).getInt("answerCount")).isEqualTo(2);
        assertThat(remove(moderator, answers() + first)).isEqualTo(204);
        assertThat(remove(moderator, answers() + first)).as("the second time nothing").isEqualTo(204);
        assertThat(read(asker, question).getInt("answerCount")).isEqualTo(1);
        assertThat(Database.column("select 1 from audit_entry where action = 'answerDelete' and about = 'Gilt das noch?'")).hasSize(1);
        assertThat(act(helper, answers() + first + "/restore", "")).isEqualTo(204);
    }

    @Test
    void aRemarkIsTakenAwayByItsWriterOrAModerator() {
        long question = ask(asker, space, "Was merken Sie an?");
        long given = answer(helper, question, "Nichts.");
        for (String text : List.of("Eins.", "Zwei.")) {
            Ground.accepted(Api.as(asker).post(answers() + given + "/remarks", "{\"text\":\"" + text + "\"}"));
        }
        List<Long> remarks = remarks(asker, question).stream().map(each -> each.getJsonNumber("id").longValue()).toList();
        assertThat(remarks(helper, question)).noneMatch(each -> each.getBoolean("deletable"));
        assertThat(remove(helper, answers() + given + "/remarks/" + remarks.get(0))).isEqualTo(403);
        assertThat(remove(asker, answers() + given + "/remarks/" + remarks.get(0))).isEqualTo(204);
        assertThat(remove(asker, answers() + given + "/remarks/" + remarks.get(0))).isEqualTo(404);
        assertThat(SessionClient.of(moderator).submit("/bereiche/" + space + "/fragen/" + question, "antwortenliste",
            Map.of("anmerkungloeschen", given + " " + remarks.get(1))).statusCode()).isEqualTo(302);
        assertThat(remarks(asker, question)).isEmpty();
        assertThat(Database.column("select 1 from audit_entry where action = 'remarkDelete' and about = 'Was merken Sie an?'")).hasSize(1);
    }

    private static List<JsonObject> remarks(String by, long question) {
        return read(by, question).getJsonArray("answers").getJsonObject(0).getJsonArray("remarks").getValuesAs(JsonObject.class);
    }

    @Test
    void programsMoveMergeAndAttach() {
        long question = ask(asker, space, "Wohin damit?");
        long other = ask(helper, space, "Und damit?");
        long document = Ground.share(helper, space, Ground.description("Beilage", Ground.upload(helper, "Beilage.txt", "Beilage".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        String attached = path(space) + "/" + question + "/documents/" + document;
        assertThat(put(helper, attached)).as("not her question").isEqualTo(403);
        assertThat(put(asker, attached)).isEqualTo(204);
        assertThat(put(asker, attached)).isEqualTo(204);
        assertThat(put(asker, path(space) + "/" + question + "/documents/" + other)).as("no document").isEqualTo(404);
        assertThat(read(helper, question).getJsonArray("documents")).hasSize(1);
        String page = "/bereiche/" + space + "/fragen/" + question;
        assertThat(SessionClient.of(helper).get(page).body()).contains(">Beilage</a>").doesNotContain("name=\"abnehmen\"");
        assertThat(SessionClient.of(asker).submit(page, "anlagen", Map.of("abnehmen", String.valueOf(document))).statusCode()).isEqualTo(302);
        assertThat(read(helper, question).getJsonArray("documents")).isEmpty();
        assertThat(SessionClient.of(asker).submit(page + "?abgehaengt=" + document, "zurueck", Map.of("beifuegen", String.valueOf(document))).statusCode()).isEqualTo(302);
        assertThat(remove(moderator, attached)).isEqualTo(204);
        assertThat(read(helper, question).getJsonArray("documents")).isEmpty();

        assertThat(act(asker, path(space) + "/" + other + "/merge", "{\"into\":" + question + "}")).isEqualTo(403);
        assertThat(act(moderator, path(space) + "/" + other + "/merge", "{\"into\":" + other + "}")).isEqualTo(422);
        assertThat(act(moderator, path(space) + "/" + other + "/merge", "{\"into\":" + question + "}")).isEqualTo(204);
        assertThat(Api.as(asker).get(path(space) + "/" + other).statusCode()).isEqualTo(301);
        assertThat(act(asker, path(space) + "/" + question + "/move", "{\"space\":\"" + closed + "\"}")).isEqualTo(403);
        assertThat(act(moderator, path(space) + "/" + question + "/move", "{\"space\":\"gibt-es-nicht\"}")).isEqualTo(404);
        assertThat(act(moderator, path(space) + "/" + question + "/move", "{}")).isEqualTo(404);
        assertThat(act(moderator, path(space) + "/" + question + "/move", "{\"space\":\"" + closed + "\"}")).isEqualTo(204);
        assertThat(Api.as(asker).get(path(closed) + "/" + question).statusCode()).isEqualTo(200);
    }

    private static int put(String by, String address) {
        return Api.as(by).send("PUT", address, BodyPublishers.noBody(), Map.of()).statusCode();
    }

    /** The page for sharing leads back to the question that the files are for. */
    @Test
    void filesComeWithTheQuestion() {
        long question = ask(asker, space, "Was meinen Sie zu unserem Entwurf?");
        long upload = Ground.upload(asker, "Entwurf.txt", "Entwurf".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String share = "/bereiche/" + space + "/teilen?frage=" + question + "&datei=" + upload;
        Map<String, String> said = Map.of("teilen:art", "merkblatt", "teilen:nutzung", "FREE", "teilen:los", "x");
        HttpResponse<String> shared = SessionClient.of(asker).submit(share, "teilen", said);
        assertThat(shared.headers().firstValue("Location").orElseThrow()).contains("/bereiche/" + space + "/fragen/" + question);
        assertThat(read(helper, question).getJsonArray("documents")).hasSize(1);
        assertThat(SessionClient.of(helper).get("/bereiche/" + space + "/fragen/" + question).body()).contains(">Entwurf</a>");

        long foreign = Ground.upload(helper, "Fremd.txt", "Fremd".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(SessionClient.of(helper).submit("/bereiche/" + space + "/teilen?frage=" + question + "&datei=" + foreign, "teilen", said).statusCode()).isEqualTo(403);
        assertThat(read(helper, question).getJsonArray("documents")).hasSize(1);
        assertThat(Database.column("select 1 from upload where id = ?", foreign)).as("nothing was shared").hasSize(1);
    }

    /** Without any script: the preview shows the text as it will be, and the form still holds what was typed. */
    @Test
    void aPreviewLosesNothing() {
        SessionClient browser = SessionClient.of(asker);
        String page = "/bereiche/" + space + "/fragen/stellen";
        Map<String, String> form = SessionClient.ownFields(browser.get(page).body(), "frage");
        form.remove("frage:stellen");
        HttpResponse<String> shown = browser.post(page, with(form, Map.of("frage:title", "Mein Titel", "frage:question", "Es **eilt**.", "frage:urgentUntil", "2999-12-24",
            "frage:vorschau", "x")));
        assertThat(shown.body()).contains("<strong>eilt</strong>", "value=\"Mein Titel\"", "Es **eilt**.", "value=\"2999-12-24\"");
        HttpResponse<String> refused = browser.submit(page, "frage", Map.of("frage:title", "", "frage:question", "Es **eilt**.", "frage:urgentUntil", "gestern", "frage:stellen", "x"));
        assertThat(refused.body()).contains("Es **eilt**.", "value=\"gestern\"").contains("braucht einen Tag");
    }
}

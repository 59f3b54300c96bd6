package de.krisenaustausch.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What people type stays text wherever it is shown: no element, no attribute, no expression of the page's language. */
class EscapingIT {

    /** Ends an attribute, a text, an expression, a script. */
    private static final String PAYLOAD = "x\" onfocus=\"ka()' <img src=ka onerror=ka()></title><script>ka()</script>#{7777*7}${7777*7}";
    private static final String SHORT = "\"><u id=ka>";
    private static final Pattern ELEMENT = Pattern.compile("<img src=ka|<script>ka|<u id=ka");
    private static final Pattern HANDLER = Pattern.compile("<[a-zA-Z][^<>]*\\son(focus|error)=[\"']?ka");
    private static final String REACHED = "54439";

    private static String writer;
    private static String follower;
    private static String space;
    private static long document;
    private static long question;
    private static long answer;
    private static long closed;
    private static long poll;
    private static long link;
    private static long request;
    private static String token;

    @BeforeAll
    static void furnish() {
        token = Scene.unique();
        writer = Accounts.open("Probe", "Angriff");
        Ground.introduce(writer, "Probe", "Angriff", PAYLOAD);
        follower = Ground.person("Folgt");
        String moderator = Ground.person("Leitung");
        Ground.administrator();
        Api admin = Api.as(Person.ADMIN);
        admin.put("/api/v1/associations", Json.createObjectBuilder().add("shortName", "ka" + SHORT).add("name", PAYLOAD).build().toString());
        String topic = "Thema " + token + SHORT;
        Ground.accepted(admin.post("/api/v1/topics", Json.createObjectBuilder().add("name", topic).build().toString()));
        space = "flucht-" + token;
        Ground.accepted(admin.post("/api/v1/spaces", Json.createObjectBuilder().add("slug", space).add("name", "Flucht " + token + SHORT)
            .add("purpose", PAYLOAD).add("association", "ka-u-id-ka").add("visibility", "ALL_MEMBERS")
            .add("topics", Json.createArrayBuilder().add("thema-" + token + "-u-id-ka")).build().toString()));
        Ground.accepted(admin.put("/api/v1/spaces/" + space + "/moderators", Json.createObjectBuilder().add("email", writer).build().toString()));
        assertThat(SessionClient.of(follower).post("/bereiche/" + space + "/folgen", Map.of("haeufigkeit", "IMMEDIATELY")).statusCode()).isEqualTo(302);
        long upload = Ground.upload(writer, "'onfocus='ka()' <script>ka().txt", ("Fluchtwort" + token + " " + PAYLOAD).getBytes(StandardCharsets.UTF_8));
        document = Ground.share(writer, space, Json.createObjectBuilder(Ground.description(PAYLOAD, upload)).add("description", "Fluchtwort" + token + " " + PAYLOAD)
            .add("contact", PAYLOAD).add("topics", Json.createArrayBuilder().add("thema-" + token + "-u-id-ka")).build());
        Ground.awaitReleased(writer, space, document);
        long second = Ground.upload(writer, "zweite.txt", ("Fluchtwort" + token + " " + PAYLOAD).getBytes(StandardCharsets.UTF_8));
        Ground.accepted(Api.as(writer).post("/api/v1/spaces/" + space + "/documents/" + document + "/versions",
            Json.createObjectBuilder().add("upload", second).add("changeNote", PAYLOAD).build().toString()));
        Ground.awaitRead(writer, space, document);
        question = Ground.ask(writer, space, PAYLOAD, PAYLOAD + "\n\n[x](javascript:ka()) ![" + PAYLOAD + "](x)");
        answer = Ground.answer(follower, space, question, PAYLOAD);
        Ground.accepted(Api.as(writer).put("/api/v1/spaces/" + space + "/answers/" + answer, Json.createObjectBuilder().add("revision", 1).add("text", PAYLOAD + " anders").build().toString()));
        Ground.accepted(Api.as(writer).post("/api/v1/spaces/" + space + "/answers/" + answer + "/remarks", Json.createObjectBuilder().add("text", PAYLOAD).build().toString()));
        long shut = Ground.ask(writer, space, PAYLOAD + " zu", PAYLOAD);
        Ground.accepted(Api.as(writer).post("/api/v1/spaces/" + space + "/questions/" + shut + "/close", Json.createObjectBuilder().add("reason", PAYLOAD).build().toString()));
        closed = shut;
        poll = Ballots.publish(writer, space, Ballots.named(PAYLOAD, Ballots.question("SINGLE", PAYLOAD, PAYLOAD, SHORT), Ballots.question("TEXT", SHORT),
            Json.createObjectBuilder().add("kind", "NUMBER").add("text", "Wie viele?").add("unit", SHORT).add("decimals", 0).build()).add("intro", PAYLOAD));
        List<Long> questions = Ballots.questions(writer, space, poll);
        Ground.accepted(Ballots.answer(writer, space, poll, 0, Ballots.chosen(questions.get(0), Ballots.options(writer, space, poll, 0).get(0)),
            Json.createObjectBuilder().add("question", questions.get(1)).add("text", PAYLOAD).build(), Json.createObjectBuilder().add("question", questions.get(2)).add("number", 3).build()));
        link = Api.json(Ground.accepted(Api.as(writer).post("/api/v1/spaces/" + space + "/links", Json.createObjectBuilder().add("address", "https://flucht-" + token + ".example/" + PAYLOAD)
            .add("title", PAYLOAD).add("description", PAYLOAD).add("topics", Json.createArrayBuilder().add("thema-" + token + "-u-id-ka")).build().toString())).body()).getJsonNumber("id").longValue();
        request = Ground.uncertainRequest();
        Database.change("update access_request set given_name = ?, family_name = ?, organisation = ?, office = ?, job_function = ?, message = ? where id = ?",
            PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD, request);
        Database.change("insert into single_mail (id, version, occasion, email, name, language, contents, state, attempts, queued_at, next_attempt_at, done_at, last_error) "
            + "values (nextval('ka_seq'), 1, ?, ?, ?, 'de', '{}', 'FAILED', 1, now(), now(), now(), ?)", "Enter:" + token + SHORT, follower, PAYLOAD, PAYLOAD);
        Await.until("the document is found", () -> Api.json(Api.as(writer).get("/api/v1/search?q=Fluchtwort" + token).body()).getInt("total") == 1);
    }

    @TestFactory
    Stream<DynamicTest> showsTextAsText() {
        String page = "/bereiche/" + space + "/dokumente/" + document;
        String asked = "/bereiche/" + space + "/fragen";
        String polls = "/bereiche/" + space + "/umfragen";
        String echo = Api.encode(PAYLOAD);
        return Stream.of("/bereiche", "/bereiche/" + space, "/bereiche/" + space + "/mitglieder", "/bereiche/" + space + "/bearbeiten",
                "/bereiche/" + space + "/teilen", page, page + "?seite=1", page + "/bearbeiten", page + "/fassung", "/papierkorb", "/profil",
                asked, asked + "/" + question, asked + "/" + closed, asked + "/" + question + "/bearbeiten", asked + "/" + question + "/verlauf", asked + "/stellen",
                "/bereiche/" + space + "/links", "/bereiche/" + space + "/links/teilen", "/bereiche/" + space + "/links/" + link,
                "/bereiche/" + space + "/links/" + link + "/bearbeiten", "/bereiche/" + space + "/links?thema=" + echo + "&geloescht=" + echo, "/bereiche/" + space + "/antworten/" + answer + "/bearbeiten", asked + "?ansicht=" + echo + "&thema=" + echo + "&geloescht=" + echo,
                polls, polls + "?liste=meine&thema=" + echo, polls + "/" + poll, polls + "/" + poll + "/bearbeiten", polls + "/" + poll + "/ergebnis",
                polls + "/" + poll + "/ergebnis?land=" + echo, polls + "/neu?vorlage=" + poll,
                "/profil/benachrichtigungen", "/suche?q=Fluchtwort" + token, "/suche?q=" + echo, "/suche?q=Fluchtwort&thema=" + echo, "/?meldung=" + echo,
                "/bereiche/" + space + "?thema=" + echo + "&art=" + echo + "&ab=" + echo, "/abbestellen?k=" + echo, "/profil?weiter=" + echo)
            .map(address -> dynamicTest(address, () -> harmless(SessionClient.of(writer).get(address))));
    }

    @TestFactory
    Stream<DynamicTest> showsAdministratorsTextAsText() {
        return Stream.of("/", "/verwaltung", "/verwaltung/bereiche", "/verwaltung/bereiche/neu", "/verwaltung/themen", "/verwaltung/dokumentarten",
                "/verwaltung/post", "/verwaltung/suche", "/zugaenge", "/zugaenge/" + request, "/bereiche/" + space + "/mitglieder")
            .map(address -> dynamicTest(address, () -> harmless(SessionClient.of(Person.ADMIN).get(address))));
    }

    @Test
    void showsItAtAll() {
        assertThat(SessionClient.of(writer).get("/bereiche/" + space + "/dokumente/" + document).body()).contains("&lt;script&gt;ka()");
        assertThat(SessionClient.of(writer).get("/bereiche/" + space + "/umfragen/" + poll + "/ergebnis").body()).contains("&lt;script&gt;ka()");
    }

    @Test
    void answersProgramsInJson() {
        for (String address : List.of("/api/v1/spaces", "/api/v1/spaces/" + space + "/documents/" + document, "/api/v1/me", "/api/v1/spaces/" + space + "/polls/" + poll,
                "/api/v1/search?q=" + Api.encode(PAYLOAD), "/suche/vorschlaege?q=Fluchtwort" + token, "/suche/antworten?q=Fluchtwort" + token)) {
            HttpResponse<String> answer = SessionClient.of(writer).get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(answer.body()).doesNotContain(REACHED);
        }
    }

    @Test
    void errorPagesRepeatNothing() {
        harmless(SessionClient.of(writer).get("/gibt-es-nicht/" + Api.encode(SHORT)));
        harmless(SessionClient.of(writer).get("/bereiche/" + space + "/dokumente/" + document + "?seite=" + Api.encode(PAYLOAD)));
        HttpResponse<String> refused = Ground.tryUpload(writer, PAYLOAD + ".exe", new byte[] {1});
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void writesTextIntoMails() {
        Mail mail = Mail.awaited(follower, "Flucht " + token);
        assertThat(ELEMENT.matcher(mail.html()).find()).as(mail.html()).isFalse();
        assertThat(HANDLER.matcher(withoutValues(mail.html())).find()).as(mail.html()).isFalse();
        assertThat(mail.html()).contains("&lt;img src=ka").doesNotContain(REACHED);
        assertThat(mail.text()).contains("<img src=ka");
    }

    /** What stands between the quotes of an attribute is harmless, as long as it stays there. */
    private static String withoutValues(String html) {
        return html.replaceAll("=\"[^\"<>]*\"", "=\"\"");
    }

    private static void harmless(HttpResponse<String> page) {
        assertThat(page.statusCode()).isLessThan(500);
        assertThat(ELEMENT.matcher(page.body()).results().map(MatchResult::group)).as("elements").isEmpty();
        assertThat(HANDLER.matcher(withoutValues(page.body())).results().map(MatchResult::group)).as("handlers").isEmpty();
        assertThat(page.body()).as("an expression was computed").doesNotContain(REACHED);
    }
}

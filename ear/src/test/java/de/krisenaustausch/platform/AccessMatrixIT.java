package de.krisenaustausch.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.krisenaustausch.platform.web.Route;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import de.krisenaustausch.testing.WebClasses;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every address of the application × every role × every method, against {@code access-matrix.txt}. What the application
 * has and the table does not name fails, so that a new page must say who may see it before it can be delivered.
 */
class AccessMatrixIT {

    private static final List<AccessRow> TABLE = AccessRow.read();
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "TRACE", "POST", "PUT", "DELETE");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE");
    private static final String TEXT = "Was in der Matrix steht.";

    private static String owner;
    private static String space;
    private static long document;
    private static long question;
    private static long answer;
    private static long poll;
    private static long pollQuestion;
    private static long link;
    private static Map<AccessRow.Role, String> people;

    @BeforeAll
    static void furnish() {
        owner = Ground.person("Besitz");
        people = Map.of(AccessRow.Role.OUTSIDER, Ground.person("Draussen"), AccessRow.Role.MEMBER, Ground.person("Drinnen"),
            AccessRow.Role.MODERATOR, Ground.person("Leitung"), AccessRow.Role.ADMINISTRATOR, Ground.administrator());
        String moderator = people.get(AccessRow.Role.MODERATOR);
        space = Ground.space("INVITED", moderator);
        Ground.bringIn(space, moderator, owner);
        Ground.bringIn(space, moderator, people.get(AccessRow.Role.MEMBER));
        document = Ground.share(owner, space, "Matrix", TEXT);
        question = Ground.ask(owner, space, "Was steht in der Matrix?", TEXT);
        answer = Ground.answer(owner, space, question, TEXT);
        poll = Ballots.publish(owner, space, Ballots.named("Matrix", Ballots.single("Wie?")));
        Ballots.answerAll(owner, space, poll);
        pollQuestion = Ballots.questions(owner, space, poll).get(0);
        link = Ground.shareLink(owner, space, "https://matrix.example/", "Matrix");
    }

    @Test
    void namesEverythingThatTheApplicationHas() {
        Set<String> named = TABLE.stream().map(AccessRow::source).collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(WebClasses.sources());
    }

    @Test
    void namesEveryMethodOfTheRestInterface() {
        Map<String, Set<String>> named = TABLE.stream().filter(AccessRow::isRest).collect(Collectors.groupingBy(AccessRow::source,
            Collectors.flatMapping(row -> row.methods().stream().filter(method -> !"HEAD".equals(method)), Collectors.toSet())));
        assertThat(named).isEqualTo(WebClasses.restMethods());
    }

    @TestFactory
    Stream<DynamicTest> givesEverybodyWhatTheTableSays() {
        return TABLE.stream().filter(AccessRow::isTried).map(row -> dynamicTest(row.methods() + " " + row.address(), () -> {
            List<String> wrong = new ArrayList<>();
            for (AccessRow.Role role : AccessRow.Role.values()) {
                for (String method : row.methods()) {
                    check(row, role, method, row.expected(role), wrong);
                }
            }
            assertThat(wrong).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> doesNothingOnOtherMethods() {
        Map<String, List<AccessRow>> byPlace = TABLE.stream().filter(AccessRow::isTried)
            .collect(Collectors.groupingBy(AccessRow::place, LinkedHashMap::new, Collectors.toList()));
        return byPlace.values().stream().map(rows -> dynamicTest(rows.get(0).address(), () -> {
            List<String> wrong = new ArrayList<>();
            Set<String> taken = rows.stream().flatMap(row -> row.methods().stream()).collect(Collectors.toSet());
            for (AccessRow.Role role : AccessRow.Role.values()) {
                METHODS.stream().filter(method -> !taken.contains(method)).forEach(method -> check(rows.get(0), role, method, AccessRow.NOTHING, wrong));
            }
            assertThat(wrong).isEmpty();
        }));
    }

    @TestFactory
    Stream<DynamicTest> hidesTheViewsBehindTheAddresses() {
        return Stream.of(Route.values()).map(route -> dynamicTest(route.view(), () ->
            assertThat(SessionClient.of(Person.ADMIN).get(route.view()).statusCode()).isEqualTo(404)));
    }

    @Test
    void tellsAClosedSpaceAndNoSpaceWithTheSameWords() {
        SessionClient outsider = SessionClient.of(people.get(AccessRow.Role.OUTSIDER));
        Api program = Api.as(people.get(AccessRow.Role.OUTSIDER));
        for (AccessRow row : TABLE) {
            if (row.address().contains("{space}") && row.methods().contains("GET") && !"404".equals(row.expected(AccessRow.Role.MEMBER))) {
                String closed = fill(row.address(), AccessRow.Role.OUTSIDER);
                String nowhere = closed.replace(space, "gibt-es-nicht");
                HttpResponse<String> one = row.isRest() ? program.get(closed) : outsider.get(closed);
                HttpResponse<String> other = row.isRest() ? program.get(nowhere) : outsider.get(nowhere);
                assertThat(one.statusCode()).as(closed).isEqualTo(404).isEqualTo(other.statusCode());
                assertThat(one.body()).as(closed).isEqualTo(other.body());
                assertThat(one.headers().map().keySet()).as(closed).isEqualTo(other.headers().map().keySet());
            }
        }
    }

    private static void check(AccessRow row, AccessRow.Role role, String method, String expected, List<String> wrong) {
        if (AccessRow.UNTRIED.equals(expected)) {
            return;
        }
        HttpResponse<String> answer = ask(row, role, method);
        String got = AccessRow.outcome(answer);
        boolean right = AccessRow.NOTHING.equals(expected) ? AccessRow.isNothing(method, answer) : got.equals(expected);
        if (!right || answer.body().contains("Exception") || answer.body().contains("\tat ")) {
            wrong.add("%s %s %s: %s (%d), not %s".formatted(role, method, answer.uri().getPath(), got, answer.statusCode(), expected));
        }
        if ("401".equals(got)) {
            assertThat(answer.headers().firstValue("Content-Type")).as(answer.toString()).hasValue("application/problem+json");
        }
    }

    private static HttpResponse<String> ask(AccessRow row, AccessRow.Role role, String method) {
        String address = fill(row.address(), role);
        HttpRequest.BodyPublisher body = CHANGING.contains(method) && row.body() != null
            ? HttpRequest.BodyPublishers.ofString(fill(row.body(), role)) : HttpRequest.BodyPublishers.noBody();
        if (row.isRest()) {
            String type = row.body() != null && !row.body().matches("[{\\[].*") ? "application/octet-stream" : "application/json";
            return (role == AccessRow.Role.ANONYMOUS ? Api.anonymous() : Api.as(people.get(role))).send(method, address, body, Map.of("Content-Type", type));
        }
        SessionClient browser = role == AccessRow.Role.ANONYMOUS ? SessionClient.anonymous() : SessionClient.of(people.get(role));
        if (row.isPage() && "POST".equals(method)) {
            body = HttpRequest.BodyPublishers.ofString("jakarta.faces.ViewState=stateless");
        }
        return browser.send(method, address, body, CHANGING.contains(method)
            ? Map.of("Origin", TestStack.get().portalUrl().toString(), "Content-Type", "application/x-www-form-urlencoded") : Map.of());
    }

    /** Puts what is there into the holes of an address; what a call uses up is made for it. */
    private static String fill(String template, AccessRow.Role role) {
        String filled = template.replace("{space}", space).replace("{id}", String.valueOf(document))
            .replace("{question}", String.valueOf(question)).replace("{answer}", String.valueOf(answer));
        filled = filled.replace("{poll}", String.valueOf(poll)).replace("{poll-question}", String.valueOf(pollQuestion));
        if (filled.contains("{draft}")) {
            filled = filled.replace("{draft}", String.valueOf(Ballots.draft(owner, space, Ballots.named("Entwurf", Ballots.single("Wie?")))));
        }
        if (filled.contains("{spare-poll}")) {
            filled = filled.replace("{spare-poll}", String.valueOf(Ballots.publish(owner, space, Ballots.named("Zum Verbrauchen", Ballots.single("Wie?")))));
        }
        if (filled.contains("{spare-answer}")) {
            filled = filled.replace("{spare-answer}", String.valueOf(spareAnswer()));
        }
        if (filled.contains("{gone-answer}")) {
            long gone = spareAnswer();
            Ground.accepted(Api.as(owner).send("DELETE", "/api/v1/spaces/" + space + "/answers/" + gone, HttpRequest.BodyPublishers.noBody(), Map.of()));
            filled = filled.replace("{gone-answer}", String.valueOf(gone));
        }
        if (filled.contains("{spare-remark}")) {
            Ground.accepted(Api.as(owner).post("/api/v1/spaces/" + space + "/answers/" + answer + "/remarks", "{\"text\":\"Zum Verbrauchen\"}"));
            filled = filled.replace("{spare-remark}", Database.column("select max(id) from answer_comment where answer_id = ?", answer).get(0));
        }
        if (filled.contains("{upload}")) {
            String sender = role == AccessRow.Role.ANONYMOUS ? owner : people.get(role);
            filled = filled.replace("{upload}", String.valueOf(Ground.upload(sender, "matrix.txt", TEXT.getBytes())));
        }
        if (filled.contains("{spare}")) {
            filled = filled.replace("{spare}", String.valueOf(spare()));
        }
        if (filled.contains("{gone}")) {
            long gone = spare();
            Ground.accepted(Api.as(owner).send("DELETE", "/api/v1/spaces/" + space + "/documents/" + gone, HttpRequest.BodyPublishers.noBody(), Map.of()));
            filled = filled.replace("{gone}", String.valueOf(gone));
        }
        if (filled.contains("{link}")) {
            filled = filled.replace("{link}", String.valueOf(link));
        }
        if (filled.contains("{spareLink}")) {
            filled = filled.replace("{spareLink}", String.valueOf(spareLink()));
        }
        if (filled.contains("{goneLink}")) {
            long gone = spareLink();
            Ground.accepted(Api.as(owner).send("DELETE", "/api/v1/spaces/" + space + "/links/" + gone, HttpRequest.BodyPublishers.noBody(), Map.of()));
            filled = filled.replace("{goneLink}", String.valueOf(gone));
        }
        return filled;
    }

    private static long spareAnswer() {
        return Ground.answer(owner, space, question, "Zum Verbrauchen " + Scene.unique());
    }

    private static long spareLink() {
        return Ground.shareLink(owner, space, "https://verbrauch-" + Scene.unique() + ".example/", "Zum Verbrauchen");
    }

    private static long spare() {
        return Ground.share(owner, space, Ground.description("Zum Verbrauchen", Ground.upload(owner, "spare.txt", TEXT.getBytes())));
    }
}

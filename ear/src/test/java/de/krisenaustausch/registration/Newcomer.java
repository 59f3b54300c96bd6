package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who asks for access, and the desk where it is decided, by the pages' own forms but without a window. */
final class Newcomer {

    private final String email;
    private final SessionClient browser = SessionClient.anonymous();

    Newcomer(String email) {
        this.email = email;
    }

    /** Somebody whose mail domain no municipality has. */
    static Newcomer stranger() {
        return new Newcomer("antrag." + Scene.unique() + "@unbekannt-" + Scene.unique() + ".example");
    }

    String email() {
        return email;
    }

    /** Types her address, and opens the form that the mail leads to. @return its path */
    String confirm() {
        assertThat(browser.submit("/registrieren", "anfang", Map.of("anfang:email", email)).statusCode()).isEqualTo(302);
        return Mail.path(Mail.awaited(email, "Bestätigen Sie").text());
    }

    /** Sends the form that lies there. @param town the municipality's name @return where it leads */
    String tell(String path, String givenName, String familyName, String town, Room wanted, String message) {
        HttpResponse<String> answer = send(path, givenName, familyName, town, wanted, message);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return path(answer);
    }

    /** The same, if it may be refused. */
    HttpResponse<String> send(String path, String givenName, String familyName, String town, Room wanted, String message) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("antrag:givenName", givenName, "antrag:familyName", familyName, "antrag:municipality", town,
            "antrag:office", "Hauptamt", "antrag:wanted", wanted.slug(), "antrag:message", message, "antrag:consent", "on"));
        return browser.submit(path, "antrag", fields);
    }

    /** All of it, from the address to the request that waits or is approved. @return where the form leads */
    String register(String familyName, String town, Room wanted) {
        return tell(confirm(), "Anna", familyName, town, wanted, "");
    }

    /** Uses the personal link. @return the answer, which leads to Keycloak when the link is good */
    HttpResponse<String> enter(String link) {
        return browser.submit(link, "zugang", Map.of("zugang:credential", "PASSWORD"));
    }

    HttpResponse<String> open(String path) {
        return browser.get(path);
    }

    HttpResponse<String> follow(HttpResponse<?> redirect) {
        return browser.follow(redirect);
    }

    /** Wants her link sent again. */
    void askForLink() {
        assertThat(browser.submit("/zugang", "neu", Map.of("neu:email", email)).statusCode()).isEqualTo(302);
    }

    String state() {
        return Database.column("select state from access_request where email = ? order by id desc", email).get(0);
    }

    String uncertain() {
        return Database.column("select uncertain from access_request where email = ? order by id desc", email).get(0);
    }

    String id() {
        return Database.column("select id from access_request where email = ? order by id desc", email).get(0);
    }

    /** @return how the desk names it: with the version that is seen now */
    private String choice() {
        return id() + "." + Database.column("select version from access_request where id = ?", Long.valueOf(id())).get(0);
    }

    /** Decides on requests as they are now. @param verdict APPROVE, DECLINE or ASK */
    static HttpResponse<String> decide(SessionClient desk, String verdict, String words, Newcomer... newcomers) {
        return decide(desk, verdict, words, List.of(newcomers).stream().map(Newcomer::choice).toList());
    }

    static HttpResponse<String> decide(SessionClient desk, String verdict, String words, List<String> choices) {
        String picked = choices.stream().map(choice -> "&antrag=" + choice).collect(Collectors.joining());
        return desk.send("POST", "/zugaenge/aktion", BodyPublishers.ofString("alle=" + verdict + "&text=" + Api.encode(words) + picked),
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", TestStack.get().portalUrl().toString()));
    }

    /** A municipality of a test's own, with a mail domain. @param atOnce whether the domain is enough to come in; null: it has no rule */
    static String town(String name, String state, String domain, Boolean atOnce) {
        Scene.ok(Api.as(Person.ADMIN).put("/api/v1/municipalities", Json.createArrayBuilder().add(Scene.place(name, "TOWN", null, state, 21_000)).build().toString()));
        SessionClient admin = SessionClient.of(Person.ADMIN);
        String id = Database.column("select id from municipality where name = ?", name).get(0);
        assertThat(admin.submit("/verwaltung/kommunen/" + id, "domains", Map.of("domains:mailDomains", domain)).statusCode()).isEqualTo(302);
        if (atOnce != null) {
            Map<String, String> rule = new LinkedHashMap<>(Map.of("regel:municipality", name));
            if (atOnce) {
                rule.put("regel:atOnce", "on");
            }
            assertThat(admin.submit("/verwaltung/aufnahme", "regel", rule).statusCode()).isEqualTo(302);
        }
        return name;
    }

    /** @return path and query of where an answer leads, within the portal */
    static String path(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://localhost:\\d+", "");
    }
}

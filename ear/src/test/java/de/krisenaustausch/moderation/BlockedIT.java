package de.krisenaustausch.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever is blocked in the back office is out, with her browser and with her programs, and gets no mail that was waiting. */
class BlockedIT {

    private static SessionClient office;

    @BeforeAll
    static void office() {
        Ground.administrator();
        office = SessionClient.of(Person.ADMIN);
    }

    @Test
    void endsWhatRuns() {
        String person = Ground.person("Sofort");
        SessionClient browser = SessionClient.signedIn(person);
        assertThat(browser.get("/bereiche").statusCode()).isEqualTo(200);
        Map<String, String> token = Map.of("Authorization", "Bearer " + Api.token(person));
        assertThat(Api.anonymous().send("GET", "/api/v1/me", BodyPublishers.noBody(), token).statusCode()).isEqualTo(200);

        assertThat(block(person, "Ausgeschieden").headers().firstValue("Location").orElseThrow()).endsWith("meldung=memberBlocked");

        Await.until("her browser is shut out", () -> browser.get("/bereiche").statusCode() != 200);
        Await.until("her program is shut out", () -> Api.anonymous().send("GET", "/api/v1/me", BodyPublishers.noBody(), token).statusCode() / 100 == 4);
        assertThatThrownBy(() -> SessionClient.signedIn(person)).as("signing in again").isInstanceOf(IllegalStateException.class);
        assertThat(office.submit(page(person), "entsperren", Map.of("frei", "1")).statusCode()).isEqualTo(302);
        assertThat(SessionClient.signedIn(person).get("/bereiche").statusCode()).isEqualTo(200);
    }

    /** An association's directory keeps the account; shutting it is ours all the same. */
    @Test
    void shutsAccountsOfADirectoryToo() {
        String person = "wolfram.dorn@beispielland.example";
        SessionClient browser = SessionClient.signedIn(person);
        assertThat(browser.get("/profil").statusCode()).isEqualTo(200);

        assertThat(block(person, "Ausgeschieden").headers().firstValue("Location").orElseThrow()).endsWith("meldung=memberBlocked");
        Await.until("his browser is shut out", () -> browser.get("/profil").statusCode() != 200);
        assertThatThrownBy(() -> SessionClient.signedIn(person)).as("signing in again").isInstanceOf(IllegalStateException.class);

        assertThat(office.submit(page(person), "entsperren", Map.of("frei", "1")).headers().firstValue("Location").orElseThrow()).endsWith("meldung=memberUnblocked");
        assertThat(SessionClient.signedIn(person).get("/profil").statusCode()).isEqualTo(200);
    }

    /** The row alone is enough: Keycloak's part is that she can't come back. */
    @Test
    void doesNotWaitForKeycloak() {
        String person = Ground.person("Zeile");
        SessionClient browser = SessionClient.signedIn(person);
        Map<String, String> token = Map.of("Authorization", "Bearer " + Api.token(person));
        Database.change("update member set blocked = true, block_reason = 'Versuch', version = version + 1 where email = ?", person);

        assertThat(browser.get("/bereiche").statusCode()).isEqualTo(403);
        assertThat(Api.anonymous().send("GET", "/api/v1/me", BodyPublishers.noBody(), token).statusCode()).isEqualTo(403);
    }

    @Test
    void sendsNothingThatWaits() {
        String moderator = Ground.person("Leitung");
        String stays = Ground.person("Bleibt");
        String goes = Ground.person("Gesperrt");
        String space = Ground.space("ALL_MEMBERS", moderator);
        for (String follower : List.of(stays, goes)) {
            assertThat(SessionClient.of(follower).post("/bereiche/" + space + "/folgen", Map.of("haeufigkeit", "IMMEDIATELY")).statusCode()).isEqualTo(302);
        }
        String title = "Wartet " + Scene.unique();
        String letter = "Zugang:" + Scene.unique();
        TestStack.stopMail();
        String event;
        try {
            event = "DocumentShared:" + Ground.share(moderator, space, title, "Für alle.");
            Await.until("two mails wait", () -> Database.column("select 1 from delivery where event = ? and state = 'QUEUED' and attempts > 0", event).size() == 2);
            for (String address : List.of(stays, goes)) {
                Database.change("insert into single_mail (id, version, occasion, email, name, language, contents, state, attempts, queued_at, next_attempt_at) "
                    + "select nextval('ka_seq'), 1, ?, ?, 'Probe', 'de', contents, 'QUEUED', 0, now(), now() + interval '1 hour' from (values (?)) c (contents)",
                    letter + address.hashCode(), address, "{\"subject\":\"Brief " + title + "\",\"before\":[\"Zum Erproben.\"],\"after\":[]}");
            }
            assertThat(block(goes, "Ausgeschieden").statusCode()).isEqualTo(302);
        } finally {
            TestStack.get().startMail();
        }
        Database.change("update delivery set next_attempt_at = now() - interval '1 minute' where event = ?", event);
        Database.change("update single_mail set next_attempt_at = now() - interval '1 minute' where occasion like ?", letter + "%");

        Mail.awaited(stays, title);
        Mail.awaited(stays, "Brief " + title);
        Await.until("nothing waits", () -> Database.column("select 1 from delivery where event = ? and state = 'QUEUED'", event).isEmpty()
            && Database.column("select 1 from single_mail where occasion like ? and state = 'QUEUED'", letter + "%").size() < 2);
        assertThat(Mail.to(goes, title)).isEmpty();
        assertThat(Database.column("select d.state from delivery d join member m on m.id = d.member_id where d.event = ? and m.email = ?", event, goes))
            .containsExactly("SKIPPED");
        Await.until("the letter is given up", () -> Database.column("select state from single_mail where occasion = ?", letter + goes.hashCode()).contains("SKIPPED"));
        assertThat(Database.column("select contents from single_mail where occasion = ?", letter + goes.hashCode())).containsOnlyNulls();
    }

    @Test
    void noAdministratorLocksHerselfOut() {
        HttpResponse<String> refused = block(Person.ADMIN.email(), "Versehen");
        assertThat(refused.statusCode()).as("the page has no such form for oneself").isEqualTo(200);
        assertThat(office.get("/verwaltung").statusCode()).isEqualTo(200);
        HttpResponse<String> many = office.submit("/verwaltung/mitglieder/auswahl?person=" + id(Person.ADMIN.email()), "sperre",
            Map.of("sperre:blockReason", "Versehen", "sperre:sperren", "Alle sperren"));
        assertThat(many.statusCode()).isEqualTo(200);
        assertThat(many.body()).contains("Sich selbst können Sie weder sperren");
        assertThat(office.get("/verwaltung").statusCode()).isEqualTo(200);
    }

    @Test
    void exportsAllWhoFit() {
        String person = Ground.person("Ausfuhr" + Scene.unique());
        String name = Database.column("select family_name from member where email = ?", person).get(0);
        HttpResponse<String> table = office.get("/verwaltung/mitglieder/csv?q=" + name);
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body()).contains("\"Probe\";\"" + name + "\";\"" + person + "\"").contains("\"Amt für Versuche\"").contains("\"aktiv\"");
    }

    private static HttpResponse<String> block(String email, String reason) {
        String page = page(email);
        if (!office.get(page).body().contains("<form id=\"sperre\"")) {
            return office.get(page);
        }
        return office.submit(page, "sperre", Map.of("sperre:blockReason", reason, "sperre:sperren", "Jetzt sperren"));
    }

    private static String page(String email) {
        return "/verwaltung/mitglieder/" + id(email);
    }

    private static String id(String email) {
        return Database.column("select id from member where email = ?", email).get(0);
    }
}

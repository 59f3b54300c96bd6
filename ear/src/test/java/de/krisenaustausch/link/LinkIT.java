package de.krisenaustausch.link;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links as programs and forms without scripts share them. */
class LinkIT {

    private static String sharer;
    private static String follower;
    private static String space;
    private String site;

    @BeforeAll
    static void furnish() {
        sharer = Ground.person("Teilt");
        follower = Ground.person("Folgt");
        space = Ground.space("ALL_MEMBERS", sharer);
        assertThat(SessionClient.of(follower).post("/bereiche/" + space + "/folgen", Map.of("haeufigkeit", "IMMEDIATELY")).statusCode()).isEqualTo(302);
    }

    private String links() {
        return "/api/v1/spaces/" + space + "/links";
    }

    private String address() {
        site = "seite-" + Scene.unique() + ".example";
        return "https://" + site + "/";
    }

    private HttpResponse<String> post(String path, String address, String title) {
        return Api.as(sharer).post(path, Json.createObjectBuilder().add("address", address).add("title", title).build().toString());
    }

    @Test
    void sharesMailsAndShowsAPageOnce() {
        String address = address();
        String title = "Hygieneplan " + Scene.unique();
        HttpResponse<String> shared = Ground.accepted(post(links(), address + "?utm_source=post", title));
        JsonObject link = Api.json(shared.body());
        assertThat(link.getString("address")).isEqualTo(address);

        Mail mail = Mail.awaited(follower, title);
        assertThat(mail.header("Subject")).contains("Link: ");
        assertThat(mail.text()).contains("hat im Bereich", "einen Link geteilt:", site, "/bereiche/" + space + "/links/" + link.getJsonNumber("id"), "bestellen");
        assertThat(mail.header("List-Unsubscribe")).isNotNull();

        HttpResponse<String> again = post(links(), "http://" + site.toUpperCase() + "#mitte", "Noch einmal");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("link.taken", title);
        assertThat(Api.json(Ground.accepted(post(links() + "/title", address, "")).body()).getJsonObject("shared").getString("title")).isEqualTo(title);
        assertThat(SessionClient.of(follower).get("/bereiche/" + space + "/links").body()).containsOnlyOnce(title);
        assertThat(Mail.to(sharer, title)).as("never about her own act").isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhereThePageIsSilent() {
        SessionClient browser = SessionClient.of(sharer);
        String form = "/bereiche/" + space + "/links/teilen";
        String address = address();
        HttpResponse<String> silent = browser.submit(form, "link", Map.of("link:address", address, "link:why", "Weil es eilt", "link:holen", "Titel holen"));
        assertThat(silent.statusCode()).isEqualTo(200);
        assertThat(silent.body()).contains("Von dieser Adresse war kein Titel zu bekommen", address, "Weil es eilt");
        HttpResponse<String> untitled = browser.submit(form, "link", Map.of("link:address", address, "link:why", "Weil es eilt", "link:teilen", "Link teilen"));
        assertThat(untitled.body()).contains("Alles andere ist noch da.", address, "Weil es eilt");

        HttpResponse<String> shared = browser.submit(form, "link", Map.of("link:address", address, "link:title", "Selbst getippt", "link:teilen", "Link teilen"));
        assertThat(shared.headers().firstValue("Location").orElseThrow()).endsWith("meldung=linkShared");
        assertThat(browser.follow(shared).body()).contains("Selbst getippt", address);
        HttpResponse<String> same = browser.submit(form, "link", Map.of("link:address", address + "#teil", "link:title", "Doppelt", "link:teilen", "Link teilen"));
        assertThat(same.body()).contains("Diese Seite ist hier schon geteilt", ">Selbst getippt</a>", "Doppelt");
    }

    @Test
    void reachesNobodyInside() {
        for (String inside : List.of("http://127.0.0.1/", "http://localhost:9990/metrics", "http://[::1]/", "http://169.254.169.254/latest/meta-data/", "http://2130706433/", "file:///etc/passwd",
                "http://user@seite.example/", "http://intranet/")) {
            HttpResponse<String> refused = post(links() + "/title", inside, "");
            assertThat(refused.statusCode()).as(inside).isEqualTo(422);
            assertThat(refused.body()).as(inside).contains("link.address.wrong");
        }
    }

    @Test
    void deletingCanBeUndone() {
        long id = Ground.shareLink(sharer, space, address(), "Kommt wieder");
        SessionClient browser = SessionClient.of(sharer);
        HttpResponse<String> deleted = browser.submit("/bereiche/" + space + "/links/" + id, "loeschen", Map.of("loeschen", "1"));
        String list = "/bereiche/" + space + "/links?geloescht=" + id + "&meldung=linkDeleted";
        assertThat(deleted.headers().firstValue("Location").orElseThrow()).endsWith(list);
        assertThat(browser.get("/bereiche/" + space + "/links/" + id).statusCode()).isEqualTo(404);

        HttpResponse<String> restored = browser.submit(list, "zurueck", Map.of("wiederherstellen", String.valueOf(id)));
        assertThat(restored.headers().firstValue("Location").orElseThrow()).endsWith("/links/" + id + "?meldung=linkRestored");
        assertThat(browser.get("/bereiche/" + space + "/links/" + id).statusCode()).isEqualTo(200);
        assertThat(Api.as(follower).send("DELETE", links() + "/" + id, BodyPublishers.noBody(), Map.of()).statusCode()).as("not hers").isEqualTo(403);
    }

    /** Later, too: in the bin of who shared it and of those who moderate, and nobody else's. */
    @Test
    void theBinBringsADeletedLinkBack() {
        String title = "Aus dem Papierkorb " + Scene.unique();
        String moderator = Ground.person("Leitung");
        String open = Ground.space("ALL_MEMBERS", moderator);
        long id = Ground.shareLink(sharer, open, address(), title);
        assertThat(Api.as(moderator).send("DELETE", "/api/v1/spaces/" + open + "/links/" + id, BodyPublishers.noBody(), Map.of()).statusCode()).isEqualTo(204);
        assertThat(SessionClient.of(follower).get("/papierkorb").body()).doesNotContain(title);
        assertThat(SessionClient.of(follower).submit("/papierkorb", "papierkorb", Map.of("linkzurueck", String.valueOf(id))).statusCode()).isEqualTo(404);
        assertThat(SessionClient.of(moderator).get("/papierkorb").body()).contains(title, site);

        SessionClient browser = SessionClient.of(sharer);
        assertThat(browser.get("/papierkorb").body()).contains(title, site);
        HttpResponse<String> restored = browser.submit("/papierkorb", "papierkorb", Map.of("linkzurueck", String.valueOf(id)));
        assertThat(restored.headers().firstValue("Location").orElseThrow()).endsWith("/bereiche/" + open + "/links/" + id + "?meldung=linkRestored");
        assertThat(browser.get("/papierkorb").body()).doesNotContain(title);
        assertThat(browser.get("/bereiche/" + open + "/links/" + id).statusCode()).isEqualTo(200);
    }

    /** Of two who share the same page at one moment, one does. */
    @Test
    void doublesNothingAtOnce() throws InterruptedException {
        String address = address();
        List<Integer> states = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Thread> clerks = java.util.stream.IntStream.range(0, 6).mapToObj(n -> new Thread(() -> states.add(post(links(), address, "Gleichzeitig").statusCode()))).toList();
        clerks.forEach(Thread::start);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        assertThat(states).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }
}

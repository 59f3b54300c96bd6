package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list of people is tried, then invited; each letter leads in, and the page tells how far it is. */
class InvitationIT {

    private final String mark = Scene.unique();

    private static HttpResponse<String> send(SessionClient browser, String space, String button, String list, String message) {
        String path = "/bereiche/" + space + "/einladen";
        Map<String, String> fields = new LinkedHashMap<>(SessionClient.ownFields(browser.get(path).body(), "einladen"));
        fields.keySet().removeIf(name -> name.equals("einladen:senden") || name.equals("einladen:pruefen"));
        fields.put("einladen:list", list);
        fields.put("einladen:message", message);
        fields.put("einladen:" + button, "");
        return browser.post(path, fields);
    }

    @Test
    void aListIsTriedThenInvitedAndEachLetterLeadsIn() {
        String moderator = Ground.person("Einladend");
        String space = Ground.space("INVITED", moderator);
        String member = Ground.person("Kollegin");
        String first = "juergen.gross." + mark + "@kreis.example";
        String second = "zwei." + mark + "@kreis.example";
        String list = "E-Mail;Vorname;Nachname\r\n" + first + ";Jürgen;\"Groß\"\r\n\r\nkeine Adresse;Karl;Kaputt\r\n" + second + "\r\n"
            + first.toUpperCase(java.util.Locale.ROOT) + ";Jürgen;Groß\r\n" + member + "\r\n<script>alert(1)</script>@x;A;B";
        SessionClient browser = SessionClient.of(moderator);

        HttpResponse<String> tried = send(browser, space, "pruefen", list, "");
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body()).contains("Zeile 4:", "Zeile 6:", "Zeile 8:", "keine Adresse;Karl;Kaputt").doesNotContain("Zeile 2:", "<script>alert");
        assertThat(tried.body()).contains("3 Adressen können eingeladen werden");
        assertThat(Database.column("select email from access_request where email in (?, ?)", first, second)).as("trying invites nobody").isEmpty();

        HttpResponse<String> sent = send(browser, space, "senden", list, "Wir brauchen Sie.");
        assertThat(sent.statusCode()).isEqualTo(302);
        String progress = Newcomer.path(sent);
        Mail letter = Mail.awaited(first, "lädt Sie");
        assertThat(letter.text()).contains("Wir brauchen Sie.", "Probe Einladend");
        Mail.awaited(second, "lädt Sie");
        assertThat(Mail.awaited(member, "lädt Sie").text()).contains("/bereiche/" + space);
        assertThat(Mail.to(first, "lädt Sie")).hasSize(1);

        Newcomer newcomer = new Newcomer(first);
        String link = Mail.path(letter.text());
        assertThat(newcomer.open(link).body()).as("the list knew her name").contains("Jürgen Groß");
        HttpResponse<String> entered = newcomer.enter(link);
        assertThat(entered.statusCode()).isEqualTo(302);
        assertThat(Newcomer.path(entered)).contains("login_hint=");
        assertThat(Database.column("select ms.state || ' ' || m.family_name from membership ms join member m on m.id = ms.member_id join space s on s.id = ms.space_id "
            + "where s.slug = ? and m.email = ?", space, first)).containsExactly("ACTIVE Groß");
        Await.until("the page tells that two letters are sent and one came in", () -> {
            String page = browser.get(progress).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
            return page.contains("Briefe 2 verschickt 2 nicht zustellbar 0 beigetreten 1");
        });
        assertThat(newcomer.open(link).statusCode()).isEqualTo(410);
    }

    @Test
    void whoIsNoModeratorInvitesOnlyWhereMembersMay() {
        String moderator = Ground.person("Leiterin");
        String member = Ground.person("Mitglied");
        String space = Ground.space("ALL_MEMBERS", moderator);
        Ground.join(space, member);
        assertThat(SessionClient.of(member).get("/bereiche/" + space + "/einladen").statusCode()).isEqualTo(403);
        assertThat(SessionClient.of(moderator).submit("/bereiche/" + space + "/einladen", "wer", Map.of()).statusCode()).isEqualTo(302);
        String guest = "gast." + mark + "@kreis.example";
        assertThat(send(SessionClient.of(member), space, "senden", guest, "").statusCode()).isEqualTo(302);
        Mail.awaited(guest, "Probe Mitglied lädt Sie");
        assertThat(SessionClient.of(Ground.person("Aussen")).get("/bereiche/" + space + "/einladen").statusCode()).isEqualTo(403);
    }
}

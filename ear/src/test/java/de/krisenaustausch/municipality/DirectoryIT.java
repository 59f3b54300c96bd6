package de.krisenaustausch.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Papers;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official list over the years: who merges takes her people and documents along; a broken list changes nothing. */
class DirectoryIT {

    private static HttpResponse<String> send(String path, byte[] body) {
        return Api.as(Person.ADMIN).send("POST", "/api/v1/municipalities/" + path, BodyPublishers.ofByteArray(body), Map.of("Content-Type", "text/plain"));
    }

    private static JsonObject check(OfficialList list) {
        return Api.json(Scene.ok(send("imports?name=liste.txt", list.bytes())));
    }

    private static JsonObject apply(JsonObject checked) {
        return Api.json(Scene.ok(send("imports/" + checked.getJsonNumber("id") + "/apply", new byte[0])));
    }

    private static String stateOf(String name) {
        return Database.column("select gone || ' ' || coalesce((select s.name from municipality s where s.id = m.successor_id), '-') from municipality m where name = ?", name).toString();
    }

    @Test
    void whoMergesTakesPeopleAndDocumentsAlong() {
        Scene.people();
        String mark = Scene.unique();
        String altdorf = "Gemeinde Altdorf " + mark;
        String neutal = "Gemeinde Neutal " + mark;
        JsonObject first = check(new OfficialList("20301231").county("16901", "Probeland").village("16901001", "Altdorf " + mark, 1000, 500)
            .village("16901002", "Bachdorf " + mark, 1500, 700));
        assertThat(first.getBoolean("applied")).isFalse();
        assertThat(stateOf(altdorf)).as("looking changes nothing").isEqualTo("[]");
        assertThat(apply(first).getBoolean("applied")).isTrue();
        String before = Database.column("select count(*) from municipality").toString();
        apply(first);
        assertThat(Database.column("select count(*) from municipality").toString()).as("the second time nothing").isEqualTo(before);
        long id = Long.parseLong(Database.column("select id from municipality where name = ?", altdorf).get(0));

        String clerk = Accounts.open("Alma", "Altdorf" + mark);
        Scene.ok(Api.as(clerk).put("/api/v1/me", Json.createObjectBuilder().add("givenName", "Alma").add("familyName", "Alt").add("municipality", altdorf)
            .add("office", "Rathaus").build().toString()));
        Room room = Scene.space("Zusammenschluss " + mark);
        long document = Scene.share(Person.PETRA, room, "Fusionsvertrag " + mark, "vertrag.txt", Papers.text("Vertrag"));
        Database.change("update document set municipality_id = ? where id = ?", id, document);

        JsonObject second = check(new OfficialList("20311231").county("16901", "Probeland").village("16901005", "Neutal " + mark, 2500, 1200));
        assertThat(second.getInt("merged")).isGreaterThanOrEqualTo(2);
        apply(second);

        assertThat(stateOf(altdorf)).isEqualTo("[true " + neutal + "]");
        JsonObject profile = Api.json(Scene.ok(Api.as(clerk).get("/api/v1/me")));
        assertThat(profile.getString("municipality")).isEqualTo(neutal);
        assertThat(Api.json(Scene.ok(Api.as(Person.PETRA).get("/api/v1/spaces/" + room.slug() + "/documents/" + document))).getString("municipality")).isEqualTo(neutal);
        assertThat(Api.anonymous().get("/kommunen/vorschlaege?q=" + Api.encode("altdorf " + mark)).body()).contains(neutal).contains("früher " + altdorf);
    }

    @Test
    void aBrokenListIsRefusedWhole() {
        String mark = Scene.unique();
        OfficialList broken = new OfficialList("20301231").county("16902", "Bruchland").village("16902001", "Gutdorf " + mark, 10, 10)
            .line("60", "16902X02", "0000", "Bruchdorf", "64", "");
        HttpResponse<String> answer = send("imports?name=liste.txt", broken.bytes());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Api.json(answer.body()).getString("detail")).startsWith("Zeile 3:");
        assertThat(stateOf("Gemeinde Gutdorf " + mark)).isEqualTo("[]");
    }

    /** The real list has 3.5 MB, more than any form. */
    @Test
    void aListAsLongAsTheRealOneIsRead() {
        Scene.people();
        OfficialList list = new OfficialList("20301231");
        for (int county = 0; county < 16; county++) {
            list.county("169%02d".formatted(10 + county), "Weitland " + county);
            for (int number = 1; number <= 999; number++) {
                list.village("169%02d%03d".formatted(10 + county, number), "Weitdorf " + county + "-" + number, 500, 500);
            }
        }
        assertThat(list.bytes().length).isGreaterThan(3_500_000);
        assertThat(check(list).getInt("added")).isEqualTo(16 * 1000);
    }

    @Test
    void everybodyMayLookForAMunicipality() {
        Scene.people();
        HttpResponse<String> answer = Api.anonymous().get("/kommunen/vorschlaege?q=" + Api.encode("musterd"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"text\":\"Gemeinde Musterdorf\",\"kind\":\"Kreis Musterküste, Schleswig-Holstein\"");
        assertThat(Api.anonymous().get("/kommunen/vorschlaege").body()).isEqualTo("[]");
        assertThat(Api.anonymous().get("/kommunen/vorschlaege?q=" + "x".repeat(3_000)).body()).isEqualTo("[]");
    }
}

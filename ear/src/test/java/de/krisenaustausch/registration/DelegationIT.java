package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who decides beside the administrators sees and decides what is hers, and nothing else. */
class DelegationIT {

    private static final String PAGE = "/verwaltung/aufnahme";
    private final String mark = Scene.unique();

    private static SessionClient delegate(String email, String field, String value) {
        SessionClient browser = SessionClient.of(email);
        assertThat(browser.get("/zugaenge").statusCode()).as("before").isEqualTo(403);
        assertThat(SessionClient.of(Person.ADMIN).submit(PAGE, "vertretung", Map.of("vertretung:email", email, "vertretung:" + field, value)).statusCode()).isEqualTo(302);
        return browser;
    }

    private Room associationsRoom() {
        Scene.people();
        Api admin = Api.as(Person.ADMIN);
        Scene.ok(admin.put("/api/v1/associations", Json.createObjectBuilder().add("shortName", "V" + mark).add("name", "Verband " + mark).build().toString()));
        Room room = new Room("verband-" + mark, "Verbandsbereich " + mark);
        Scene.ok(admin.post("/api/v1/spaces", Json.createObjectBuilder().add("slug", room.slug()).add("name", room.name()).add("purpose", "Zum Erproben.")
            .add("association", "v" + mark).add("visibility", "ALL_MEMBERS").add("topics", Json.createArrayBuilder()).build().toString()));
        return room;
    }

    @Test
    void eachDecidesOnHerAssociationLandOrMunicipality() {
        Room theirs = associationsRoom();
        Room other = Scene.space("Anderer " + mark);
        String town = Newcomer.town("Stadt Hier " + mark, "SL", "hier-" + mark + ".example", null);
        String abroad = Newcomer.town("Stadt Dort " + mark, "HB", "dort-" + mark + ".example", null);
        Newcomer ofAssociation = Newcomer.stranger();
        ofAssociation.register("Verband" + mark, abroad, theirs);
        Newcomer ofTown = Newcomer.stranger();
        ofTown.register("Hier" + mark, town, other);
        Newcomer ofNobody = Newcomer.stranger();
        ofNobody.register("Niemand" + mark, abroad, other);

        SessionClient association = delegate(Ground.person("Verbandsfrau"), "association", "v" + mark);
        SessionClient land = delegate(Ground.person("Landesmann"), "state", "SL");
        SessionClient municipality = delegate(Ground.person("Stadtfrau"), "delegatePlace", town);

        assertThat(association.get("/zugaenge").body()).contains(ofAssociation.email()).doesNotContain(ofTown.email(), ofNobody.email());
        assertThat(land.get("/zugaenge").body()).contains(ofTown.email()).doesNotContain(ofAssociation.email(), ofNobody.email());
        assertThat(municipality.get("/zugaenge").body()).contains(ofTown.email()).doesNotContain(ofAssociation.email(), ofNobody.email());
        assertThat(association.get("/bereiche").body()).as("her navigation").contains("/zugaenge");

        assertThat(Newcomer.decide(land, "APPROVE", "", ofNobody).statusCode()).isEqualTo(404);
        assertThat(Newcomer.decide(land, "APPROVE", "", ofTown, ofNobody).statusCode()).as("all or none").isEqualTo(404);
        assertThat(ofTown.state()).isEqualTo("WAITING");
        assertThat(land.post("/zugaenge/aktion", Map.of("widerrufen", ofNobody.id())).statusCode()).isEqualTo(404);

        assertThat(Newcomer.decide(municipality, "APPROVE", "", ofTown).statusCode()).isEqualTo(302);
        assertThat(Newcomer.decide(association, "DECLINE", "Nein.", ofAssociation).statusCode()).isEqualTo(302);
        Mail.awaited(ofTown.email(), "Ihr Zugang");
        assertThat(Database.column("select m.family_name from access_request r join member m on m.id = r.decided_by_id where r.email = ?", ofTown.email())).containsExactly("Stadtfrau");
        assertThat(municipality.get(PAGE).statusCode()).as("she appoints nobody herself").isEqualTo(403);
        assertThat(municipality.get("/verwaltung").statusCode()).isEqualTo(403);
    }

    /** She corrects what is hers; what she finds to be others' she hands on, and can't decide on it in the same breath. */
    @Test
    void eachCorrectsHersAndHandsOnWhatIsOthers() {
        Room room = Scene.space("Berichtigen " + mark);
        String town = Newcomer.town("Stadt Mein " + mark, "SL", "mein-" + mark + ".example", null);
        String abroad = Newcomer.town("Stadt Dein " + mark, "HB", "dein-" + mark + ".example", null);
        Newcomer hers = new Newcomer("k" + mark + "@dein-" + mark + ".example");
        hers.register("Mein" + mark, town, room);
        assertThat(hers.uncertain()).isEqualTo("DOMAIN");
        Newcomer others = Newcomer.stranger();
        others.register("Dein" + mark, abroad, room);
        SessionClient delegate = delegate(Ground.person("Richterin"), "delegatePlace", town);

        assertThat(delegate.get("/zugaenge/" + others.id()).statusCode()).isEqualTo(404);
        assertThat(correct(delegate, hers, others.id(), "speichern", town).statusCode()).as("another's by her form").isEqualTo(404);
        HttpResponse<String> refused = correct(delegate, hers, hers.id(), "genehmigen", abroad);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("entscheiden andere", "value=\"Prüfamt\"");
        assertThat(hers.state()).isEqualTo("WAITING");
        assertThat(office(hers)).as("all or nothing").isEqualTo("Hauptamt");

        assertThat(Newcomer.path(correct(delegate, hers, hers.id(), "speichern", town))).isEqualTo("/zugaenge/" + hers.id() + "?meldung=accessCorrected");
        assertThat(office(hers)).isEqualTo("Prüfamt");
        assertThat(Newcomer.path(correct(delegate, hers, hers.id(), "speichern", abroad))).isEqualTo("/zugaenge?zustand=WAITING&meldung=accessHandedOn");
        assertThat(hers.uncertain()).as("there her domain is known").isEmpty();
        assertThat(delegate.get("/zugaenge/" + hers.id()).statusCode()).isEqualTo(404);
        assertThat(Newcomer.decide(delegate, "APPROVE", "", hers).statusCode()).isEqualTo(404);
        assertThat(Database.column("select actor from audit_entry where action = 'accessCorrect' and about = ?", hers.email())).hasSize(2).allMatch(actor -> actor.startsWith("Probe Richterin <"));
    }

    /** Fills in the form as it stands on a page that she may open, and sends it to that of some request. */
    private static HttpResponse<String> correct(SessionClient desk, Newcomer shown, String id, String button, String town) {
        Map<String, String> fields = SessionClient.ownFields(desk.get("/zugaenge/" + shown.id()).body(), "antrag");
        fields.remove("antrag:speichern");
        fields.putAll(Map.of("antrag:givenName", "Anna", "antrag:familyName", "Richtig", "antrag:municipality", town, "antrag:office", "Prüfamt", "antrag:" + button, "1"));
        return desk.post("/zugaenge/" + id, fields);
    }

    private static String office(Newcomer newcomer) {
        return Database.column("select office from access_request where email = ?", newcomer.email()).get(0);
    }

    @Test
    void whoMayNoMoreDecideSeesNothing() {
        String town = Newcomer.town("Stadt Ende " + mark, "HH", "ende-" + mark + ".example", null);
        Newcomer newcomer = Newcomer.stranger();
        newcomer.register("Ende" + mark, town, Scene.space("Ende " + mark));
        String email = Ground.person("Vorbei");
        SessionClient delegate = delegate(email, "delegatePlace", town);
        assertThat(delegate.get("/zugaenge").body()).contains(newcomer.email());
        String id = Database.column("select d.id from approval_delegate d join member m on m.id = d.member_id where m.email = ?", email).get(0);
        assertThat(SessionClient.of(Person.ADMIN).submit(PAGE, "vertretungen", Map.of("entziehen", id)).statusCode()).isEqualTo(302);
        assertThat(delegate.get("/zugaenge").statusCode()).isEqualTo(403);
        assertThat(Newcomer.decide(delegate, "APPROVE", "", newcomer).statusCode()).isEqualTo(403);
    }

    /** What waits longer and is others' does not hide what is hers. */
    @Test
    void hersIsFoundBehindManyThatAreNot() {
        String town = Newcomer.town("Stadt Spät " + mark, "MV", "spaet-" + mark + ".example", null);
        Newcomer newcomer = Newcomer.stranger();
        newcomer.register("Spaet" + mark, town, Scene.space("Spät " + mark));
        SessionClient delegate = delegate(Ground.person("Geduld"), "delegatePlace", town);
        Database.change("insert into access_request (id, version, source, state, email, language, uncertain, received_at, changed_at) "
            + "select nextval('ka_seq'), 1, 'MAIL', 'WAITING', 'menge.' || n || '." + mark + "@unbekannt.example', 'de', '', now() - interval '2 days', now() from generate_series(1, 560) n");
        try {
            assertThat(delegate.get("/zugaenge").body()).contains(newcomer.email()).doesNotContain("menge.");
        } finally {
            Database.change("update access_request set state = 'EXPIRED' where email like '%." + mark + "@unbekannt.example'");
        }
    }
}

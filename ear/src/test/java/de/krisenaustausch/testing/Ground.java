package de.krisenaustausch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What trials stand on: people with a municipality each, spaces, documents; made from outside, as people make them. */
public final class Ground {

    private Ground() {
    }

    /** @return the address of a new account whose profile is complete, in a municipality of its own */
    public static String person(String familyName) {
        String email = Accounts.open("Probe", familyName);
        introduce(email, "Probe", familyName, "Amt für Versuche");
        return email;
    }

    /** Completes a profile. */
    public static void introduce(String email, String givenName, String familyName, String office) {
        String town = "Gemeinde Versuch " + Scene.unique();
        accepted(Api.as(Person.ADMIN).put("/api/v1/municipalities", Json.createArrayBuilder().add(Json.createObjectBuilder()
            .add("name", town).add("kind", "VILLAGE").add("state", "BW").add("population", 5000)).build().toString()));
        accepted(Api.as(email).put("/api/v1/me", Json.createObjectBuilder().add("givenName", givenName).add("familyName", familyName)
            .add("municipality", town).add("office", office).build().toString()));
    }

    /** Lays a personal link down as the portal keeps it. @param purpose CONFIRM or ENTER @param state of its request */
    public static void link(String token, String purpose, String state) {
        try {
            String hash = java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
            Database.change("with r as (insert into access_request (id, version, source, state, email, given_name, family_name, organisation, office, language, uncertain, "
                + "received_at, changed_at) values (nextval('ka_seq'), 1, 'FORM', ?, ?, 'Erika', 'Muster', 'Stadt Beispielstadt', 'Hauptamt', 'de', '', now(), now()) returning id) "
                + "insert into personal_link (id, version, request_id, purpose, token_hash, issued_at, expires_at) "
                + "select nextval('ka_seq'), 1, r.id, ?, ?, now(), now() + interval '1 day' from r on conflict do nothing",
                state, "muster." + Scene.unique() + "@beispielstadt.example", purpose, hash);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return the id of a request for access by mail that waits, with much in it that is uncertain */
    public static long uncertainRequest() {
        String email = "muster." + Scene.unique() + "@web.example";
        Database.change("insert into access_request (id, version, source, state, email, given_name, family_name, organisation, office, message, language, uncertain, received_at, changed_at) "
            + "values (nextval('ka_seq'), 1, 'MAIL', 'WAITING', ?, 'Muster', 'Erika', 'Gde. Beispielstadt', 'Hauptamt', 'Bitte bald.', 'de', "
            + "'GIVEN_NAME,FAMILY_NAME,MUNICIPALITY,OFFICE,FREE_MAIL', now(), now())", email);
        return Long.parseLong(Database.column("select id from access_request where email = ?", email).get(0));
    }

    /** @return the administrator's address; her profile is complete */
    public static String administrator() {
        if (!Api.json(Api.as(Person.ADMIN).get("/api/v1/me").body()).getBoolean("complete")) {
            introduce(Person.ADMIN.email(), "Vera", "Walter", "Portalbetrieb");
        }
        return Person.ADMIN.email();
    }

    /** @param visibility ALL_MEMBERS, ON_REQUEST or INVITED @return the slug of a new space that this person moderates */
    public static String space(String visibility, String moderator) {
        String slug = "versuch-" + Scene.unique();
        Api admin = Api.as(Person.ADMIN);
        accepted(admin.put("/api/v1/associations", "{\"shortName\":\"VV\",\"name\":\"Versuchsverband\"}"));
        accepted(admin.post("/api/v1/spaces", Json.createObjectBuilder().add("slug", slug).add("name", "Versuch " + slug)
            .add("purpose", "Zum Erproben.").add("association", "vv").add("visibility", visibility)
            .add("topics", Json.createArrayBuilder()).build().toString()));
        accepted(admin.put("/api/v1/spaces/" + slug + "/moderators", Json.createObjectBuilder().add("email", moderator).build().toString()));
        return slug;
    }

    /** Has the moderator invite a person, who accepts. */
    public static void bringIn(String space, String moderator, String member) {
        assertThat(SessionClient.of(moderator).submit("/bereiche/" + space + "/mitglieder", "einladen",
            Map.of("einladen:email", member)).statusCode()).isEqualTo(302);
        join(space, member);
    }

    /** Joins, requests or accepts, as the space asks for. */
    public static void join(String space, String member) {
        SessionClient browser = SessionClient.of(member);
        String form = browser.get("/bereiche/" + space).body().contains("<form id=\"hinein\"") ? "hinein" : "mitgliedschaft";
        assertThat(browser.submit("/bereiche/" + space, form, Map.of("beitreten", "1")).statusCode()).isEqualTo(302);
    }

    public static void leave(String space, String member) {
        assertThat(SessionClient.of(member).submit("/bereiche/" + space, "mitgliedschaft", Map.of("verlassen", "1")).statusCode()).isEqualTo(302);
    }

    /** Has the moderator remove a person. */
    public static void sendAway(String space, String moderator, String member) {
        assertThat(SessionClient.of(moderator).submit("/bereiche/" + space + "/mitglieder", "leute",
            Map.of("entfernen", membership(space, member))).statusCode()).isEqualTo(302);
    }

    /** @return the id of a membership, which only moderators' pages tell */
    public static String membership(String space, String member) {
        return Database.column("select m.id from membership m join space s on s.id = m.space_id join member p on p.id = m.member_id "
            + "where s.slug = ? and p.email = ?", space, member).get(0);
    }

    /** @return the id of the upload */
    public static long upload(String by, String fileName, byte[] content) {
        return Api.json(accepted(tryUpload(by, fileName, content)).body()).getJsonNumber("id").longValue();
    }

    /** Uploads what may be refused. */
    public static HttpResponse<String> tryUpload(String by, String fileName, byte[] content) {
        return Api.as(by).send("POST", "/api/v1/uploads?name=" + Api.encode(fileName), HttpRequest.BodyPublishers.ofByteArray(content),
            Map.of("Content-Type", "application/octet-stream"));
    }

    /** Shares a file. @return the document's id */
    public static long share(String by, String space, String title, String fileName, byte[] content) {
        return share(by, space, description(title, upload(by, fileName, content)));
    }

    /** Shares a text. @return the document's id; its file can be fetched */
    public static long share(String by, String space, String title, String text) {
        long id = share(by, space, title, "versuch.txt", text.getBytes(StandardCharsets.UTF_8));
        awaitReleased(by, space, id);
        return id;
    }

    public static long share(String by, String space, JsonObject description) {
        return Api.json(accepted(Api.as(by).post("/api/v1/spaces/" + space + "/documents", description.toString())).body()).getJsonNumber("id").longValue();
    }

    /** Asks a space. @param text in Markdown @return the question's id */
    public static long ask(String by, String space, String title, String text) {
        return Api.json(accepted(Api.as(by).post("/api/v1/spaces/" + space + "/questions",
            Json.createObjectBuilder().add("title", title).add("text", text).build().toString())).body()).getJsonNumber("id").longValue();
    }

    /** Answers a question. @return the answer's id */
    public static long answer(String by, String space, long question, String text) {
        return Api.json(accepted(Api.as(by).post("/api/v1/spaces/" + space + "/questions/" + question + "/answers",
            Json.createObjectBuilder().add("text", text).build().toString())).body()).getJsonNumber("id").longValue();
    }

    /** Shares a link whose title need not be asked of its page. @return its id */
    public static long shareLink(String by, String space, String address, String title) {
        return Api.json(accepted(Api.as(by).post("/api/v1/spaces/" + space + "/links", Json.createObjectBuilder().add("address", address).add("title", title).build().toString())).body())
            .getJsonNumber("id").longValue();
    }

    /** @return the least that must be said of an upload to share it */
    public static JsonObject description(String title, long upload) {
        return Json.createObjectBuilder().add("upload", upload).add("title", title).add("type", "merkblatt").add("reuse", "FREE").build();
    }

    /** @return the newest version as the REST interface tells it */
    public static JsonObject version(String by, String space, long id) {
        return Api.json(accepted(Api.as(by).get("/api/v1/spaces/" + space + "/documents/" + id)).body()).getJsonArray("versions").getJsonObject(0);
    }

    public static void awaitReleased(String by, String space, long id) {
        Await.until("document " + id + " is checked", () -> !"PENDING".equals(version(by, space, id).getString("checkState")));
    }

    /** Waits until the text of the newest version was read, or given up. @return what became of it */
    public static String awaitRead(String by, String space, long id) {
        return Await.found("the text of document " + id + " is read", () -> java.util.Optional.of(version(by, space, id).getString("textState"))
            .filter(state -> !"PENDING".equals(state)));
    }

    /** @return the answer, if it says that all is well */
    public static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode() / 100).as("%s: %s %s", answer.request(), answer.statusCode(), answer.body()).isEqualTo(2);
        return answer;
    }
}

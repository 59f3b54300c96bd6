package de.krisenaustausch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is there before a test begins: municipalities, people who introduced themselves, a space of its own. All of it is
 * made over the REST interface, with names that no other test has, so that tests neither need nor disturb each other.
 */
public final class Scene {

    private static final AtomicLong NAMES = new AtomicLong(System.currentTimeMillis());
    private static boolean peopled;

    private Scene() {
    }

    /** A space and what a test knows of it. */
    public record Room(String slug, String name) {

        /** @return path of its page */
        public String path() {
            return "/bereiche/" + slug;
        }

        /** @return path of a document's page in it */
        public String path(long document) {
            return path() + "/dokumente/" + document;
        }
    }

    /** @return a few letters and digits that nothing else in the portal has */
    public static String unique() {
        return Long.toString(NAMES.incrementAndGet(), Character.MAX_RADIX);
    }

    /** Enters the municipalities and lets the example people say who they are; the second time nothing. */
    public static synchronized void people() {
        if (peopled) {
            return;
        }
        JsonArrayBuilder places = Json.createArrayBuilder()
            .add(place("Stadt Beispielstadt", "CITY", null, "NW", 412_300))
            .add(place("Gemeinde Musterdorf", "VILLAGE", "Kreis Musterküste", "SH", 3_900))
            .add(place("Landkreis Beispielland", "COUNTY", null, "ST", 172_500));
        ok(Api.as(Person.ADMIN).put("/api/v1/municipalities", places.build().toString()));
        ok(Api.as(Person.ADMIN).put("/api/v1/associations", Json.createObjectBuilder().add("shortName", "DStGB")
            .add("name", "Deutscher Städte- und Gemeindebund").build().toString()));
        introduce(Person.ADMIN, "Vera", "Walter", "Stadt Beispielstadt", "Portalbetrieb");
        introduce(Person.MARA, "Mara", "Lindner", "Landkreis Beispielland", "Referat Krisenmanagement");
        introduce(Person.PETRA, "Petra", "Sommer", "Stadt Beispielstadt", "Amt 11, Personal und Organisation");
        introduce(Person.JONAS, "Jonas", "Wendt", "Gemeinde Musterdorf", "Hauptamt");
        peopled = true;
    }

    /** @return a new space of the DStGB that every member sees into, with its topics; Mara moderates it */
    public static Room space(String name, String... topics) {
        return closedSpace(name, "ALL_MEMBERS", topics);
    }

    /** @return a new space @param visibility ALL_MEMBERS, ON_REQUEST or INVITED */
    public static Room closedSpace(String name, String visibility, String... topics) {
        people();
        Room room = new Room("e2e-" + unique(), name);
        JsonArrayBuilder slugs = Json.createArrayBuilder();
        for (String topic : topics) {
            // the taxonomy is one for all spaces: another test may have had it first
            assertThat(Api.as(Person.ADMIN).post("/api/v1/topics", Json.createObjectBuilder().add("name", topic).build().toString()).statusCode()).isIn(204, 409, 422);
            slugs.add(slug(topic));
        }
        ok(Api.as(Person.ADMIN).post("/api/v1/spaces", Json.createObjectBuilder().add("slug", room.slug()).add("name", name)
            .add("purpose", "Ein Bereich zum Erproben.").add("association", "dstgb").add("visibility", visibility).add("topics", slugs).build().toString()));
        ok(Api.as(Person.ADMIN).put("/api/v1/spaces/" + room.slug() + "/moderators", Json.createObjectBuilder().add("email", Person.MARA.email()).build().toString()));
        return room;
    }

    /** Shares a file of the type "Schreiben", without topics. @return id of the document */
    public static long share(Person person, Room room, String title, String file, byte[] bytes) {
        return share(person, room, title, "schreiben", List.of(), file, bytes);
    }

    /** Shares a file. @param type slug @param topics names @return id of the document */
    public static long share(Person person, Room room, String title, String type, List<String> topics, String file, byte[] bytes) {
        JsonArrayBuilder slugs = Json.createArrayBuilder();
        topics.forEach(topic -> slugs.add(slug(topic)));
        JsonObject document = Json.createObjectBuilder().add("upload", upload(person, file, bytes)).add("title", title).add("type", type)
            .add("topics", slugs).add("description", "").add("reuse", "FREE").add("contact", "").build();
        return Api.json(ok(Api.as(person).post("/api/v1/spaces/" + room.slug() + "/documents", document.toString()))).getJsonNumber("id").longValue();
    }

    /** Waits until a document's file may be fetched. */
    public static void awaitReleased(Person person, Room room, long document) {
        Await.until("document " + document + " is released", () -> !"PENDING".equals(current(person, room, document).getString("checkState")));
    }

    /** Waits until a document's text was read, or given up. */
    public static void awaitRead(Person person, Room room, long document) {
        Await.until("the text of document " + document + " was read", () -> !"PENDING".equals(current(person, room, document).getString("textState")));
    }

    /** Chooses how a person follows a space. @param frequency IMMEDIATELY, DAILY or OFF */
    public static void follow(Person person, Room room, String frequency) {
        HttpResponse<String> answer = Api.as(person).send("POST", room.path() + "/folgen", BodyPublishers.ofString("haeufigkeit=" + frequency),
            Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.statusCode()).as("following " + room).isEqualTo(302);
    }

    private static JsonObject current(Person person, Room room, long document) {
        return Api.json(ok(Api.as(person).get("/api/v1/spaces/" + room.slug() + "/documents/" + document))).getJsonArray("versions").getJsonObject(0);
    }

    private static long upload(Person person, String file, byte[] bytes) {
        return Api.json(ok(Api.as(person).send("POST", "/api/v1/uploads?name=" + Api.encode(file), BodyPublishers.ofByteArray(bytes),
            Map.of("Content-Type", "application/octet-stream")))).getJsonNumber("id").longValue();
    }

    private static void introduce(Person person, String givenName, String familyName, String municipality, String office) {
        ok(Api.as(person).put("/api/v1/me", Json.createObjectBuilder().add("givenName", givenName).add("familyName", familyName)
            .add("municipality", municipality).add("office", office).build().toString()));
    }

    /** @param county the Kreis, or null */
    public static JsonObject place(String name, String kind, String county, String state, int population) {
        JsonObjectBuilder place = Json.createObjectBuilder().add("name", name).add("kind", kind).add("state", state).add("population", population);
        return (county == null ? place : place.add("county", county)).build();
    }

    /** @return what stands in addresses for a name */
    public static String slug(String name) {
        return name.toLowerCase(java.util.Locale.GERMAN).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
            .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** @return the body of an answer that must be a good one */
    public static String ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.request().method() + " " + answer.uri() + ": " + answer.body()).isBetween(200, 299);
        return answer.body();
    }
}

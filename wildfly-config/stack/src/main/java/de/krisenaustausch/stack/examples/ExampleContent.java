package de.krisenaustausch.stack.examples;

import de.krisenaustausch.stack.StackException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a portal with the examples, through its REST interface only, each paper shared by the person who wrote it.
 * What is there already is left alone, so that a loading that was interrupted can be done again.
 */
public final class ExampleContent {

    private final Examples examples = new Examples();
    private final RestClient portal;
    private final String admin;

    private ExampleContent(RestClient portal) {
        this.portal = portal;
        this.admin = examples.people().get(0).username();
    }

    /** Hears how far the loading is. */
    public interface Listener {

        /** @param shared documents that are in the portal, of so many */
        void loaded(int shared, int of);
    }

    /**
     * Loads municipalities, associations, people, spaces, documents, questions, polls and links.
     *
     * @param portal its start page, without a slash at the end
     * @param tokens of the example accounts, which must all exist
     * @throws StackException when the portal or Keycloak refuses something; says what and why
     */
    public static void load(URI portal, Tokens tokens, Listener listener) {
        ExampleContent content = new ExampleContent(new RestClient(portal, tokens));
        content.enterDirectory();
        content.examples.people().forEach(content::introduce);
        content.createSpaces();
        content.share(listener);
        content.ask();
        new ExamplePolls(content.portal, content.admin).ask(content.examples.polls());
        content.shareLinks();
    }

    private void enterDirectory() {
        JsonArrayBuilder drafts = Json.createArrayBuilder();
        for (ExampleMunicipality each : examples.municipalities()) {
            var draft = Json.createObjectBuilder().add("name", each.name()).add("kind", each.kind()).add("state", each.state())
                .add("population", each.population());
            drafts.add(each.county().isEmpty() ? draft : draft.add("county", each.county()));
        }
        portal.put(admin, "municipalities", drafts.build());
        examples.associations().forEach(each -> portal.put(admin, "associations",
            Json.createObjectBuilder().add("shortName", each.shortName()).add("name", each.name()).build()));
    }

    private void introduce(ExamplePerson person) {
        portal.put(person.username(), "me", Json.createObjectBuilder().add("givenName", person.givenName()).add("familyName", person.familyName())
            .add("municipality", person.municipality()).add("office", person.office()).build());
    }

    private void createSpaces() {
        examples.topics().forEach(topic -> portal.post(admin, "topics", Json.createObjectBuilder().add("name", topic).build(), "topic.taken"));
        for (ExampleSpace space : examples.spaces()) {
            portal.post(admin, "spaces", Json.createObjectBuilder().add("slug", space.slug()).add("name", space.name())
                .add("purpose", space.purpose()).add("association", space.association()).add("visibility", space.visibility())
                .add("topics", slugs(space.topics())).build(), "space.slugTaken");
            space.moderators().forEach(username -> portal.put(admin, "spaces/" + space.slug() + "/moderators",
                Json.createObjectBuilder().add("email", username).build()));
        }
    }

    private void share(Listener listener) {
        Map<String, Long> known = new HashMap<>();
        examples.documents().stream().map(ExampleDocument::space).distinct().forEach(space -> known.putAll(shared(space)));
        int count = 0;
        for (ExampleDocument document : examples.documents()) {
            ExampleMunicipality from = examples.home(document.person());
            String path = "spaces/" + document.space() + "/documents";
            Long id = known.get(key(document.space(), document.title(), from.name()));
            List<ExampleDocument.Version> versions = document.versions();
            int there = id == null ? 0 : portal.get(document.person(), path + "/" + id).getJsonArray("versions").size();
            for (ExampleDocument.Version version : versions.subList(Math.min(there, versions.size()), versions.size())) {
                long upload = portal.upload(document.person(), document.file(), document.format().render(document, version.blocks(), from));
                if (id == null) {
                    id = portal.post(document.person(), path, describe(document, upload)).getJsonNumber("id").longValue();
                } else {
                    portal.post(document.person(), path + "/" + id + "/versions",
                        Json.createObjectBuilder().add("upload", upload).add("changeNote", version.change()).build());
                }
            }
            listener.loaded(++count, examples.documents().size());
        }
    }

    /** Answers and votes that are there already are found again by the portal; questions are told by their titles. */
    private void ask() {
        Map<String, Long> known = new HashMap<>();
        examples.questions().stream().map(ExampleQuestion::space).distinct().forEach(space -> portal.get(admin, "spaces/" + space + "/questions?limit=100")
            .getJsonArray("questions").getValuesAs(JsonObject.class).forEach(row -> known.put(row.getString("title"), row.getJsonNumber("id").longValue())));
        for (ExampleQuestion question : examples.questions()) {
            String path = "spaces/" + question.space() + "/questions";
            Long id = known.get(question.title());
            if (id == null) {
                id = portal.post(question.person(), path, describe(question)).getJsonNumber("id").longValue();
            }
            for (ExampleQuestion.Answer answer : question.answers()) {
                answer(question, path + "/" + id + "/answers", answer);
            }
        }
    }

    private void answer(ExampleQuestion question, String path, ExampleQuestion.Answer answer) {
        long id = portal.post(answer.person(), path, Json.createObjectBuilder().add("text", answer.text()).add("official", answer.official()).build())
            .getJsonNumber("id").longValue();
        String one = "spaces/" + question.space() + "/answers/" + id;
        answer.helped().forEach(person -> portal.post(person, one + "/vote", Json.createObjectBuilder().add("helped", true).build()));
        if (answer.accepted()) {
            portal.post(question.person(), one + "/accept", JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    private static JsonObject describe(ExampleQuestion question) {
        JsonObjectBuilder described = Json.createObjectBuilder().add("title", question.title()).add("text", question.text()).add("topics", slugs(question.topics()));
        return question.urgentDays() == 0 ? described.build() : described.add("urgentUntil", LocalDate.now().plusDays(question.urgentDays()).toString()).build();
    }

    private void shareLinks() {
        examples.links().forEach(link -> portal.post(link.person(), "spaces/" + link.space() + "/links", Json.createObjectBuilder().add("address", link.address())
            .add("title", link.title()).add("topics", slugs(link.topics())).add("description", link.why()).build(), "link.taken"));
    }

    private static JsonObject describe(ExampleDocument document, long upload) {
        return Json.createObjectBuilder().add("upload", upload).add("title", document.title()).add("type", document.type())
            .add("topics", slugs(document.topics())).add("description", document.text()).add("reuse", document.reuse())
            .add("contact", document.contact()).build();
    }

    /** @return ids of what the space has, by title and municipality */
    private Map<String, Long> shared(String space) {
        Map<String, Long> shared = new HashMap<>();
        String after = "";
        do {
            JsonObject page = portal.get(admin, "spaces/" + space + "/documents?limit=100"
                + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
            page.getJsonArray("documents").getValuesAs(JsonObject.class).forEach(row ->
                shared.put(key(space, row.getString("title"), row.getString("municipality")), row.getJsonNumber("id").longValue()));
            after = page.getString("next", "");
        } while (!after.isEmpty());
        return shared;
    }

    private static String key(String space, String title, String municipality) {
        return space + "\n" + title + "\n" + municipality;
    }

    private static JsonArrayBuilder slugs(List<String> names) {
        JsonArrayBuilder slugs = Json.createArrayBuilder();
        names.forEach(name -> slugs.add(Examples.slug(name)));
        return slugs;
    }
}

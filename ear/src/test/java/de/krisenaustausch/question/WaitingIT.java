package de.krisenaustausch.question;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Person;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see and say of a question that was handed on; experts are named by moderators. */
class WaitingIT {

    private String moderator;
    private String asker;
    private String expert;
    private String other;
    private String space;
    private String topic;

    @BeforeEach
    void furnish() {
        moderator = Ground.person("Leitung" + Scene.unique());
        asker = Ground.person("Fragt");
        expert = Ground.person("Kennt" + Scene.unique());
        other = Ground.person("Anders");
        space = Ground.space("ALL_MEMBERS", moderator);
        topic = "thema-" + Scene.unique();
        Ground.accepted(Api.as(Person.ADMIN).post("/api/v1/topics", "{\"name\":\"" + topic + "\"}"));
        Database.change("insert into space_topic (space_id, topic_id, position) select s.id, t.id, 0 from space s, topic t where s.slug = ? and t.slug = ?", space, topic);
        for (String person : List.of(asker, expert, other)) {
            Ground.join(space, person);
        }
    }

    private int name(String by, String person) {
        return SessionClient.of(by).submit("/bereiche/" + space + "/experten", "benennen",
            Map.of("benennen:topic", topic, "benennen:person", person, "benennen:los", "x")).statusCode();
    }

    /** Asks, and lets a day pass: what the timer does then is done here. */
    private long asked(String... experts) {
        long question = Api.json(Ground.accepted(Api.as(asker).post("/api/v1/spaces/" + space + "/questions", Json.createObjectBuilder().add("title", "Wer weiß es?")
            .add("text", "Es wartet.").add("topics", Json.createArrayBuilder().add(topic)).build().toString())).body()).getJsonNumber("id").longValue();
        Database.change("update question set stage = 'EXPERTS', staged_at = now() where id = ?", question);
        for (String each : experts) {
            Database.change("insert into referral (id, version, question_id, member_id, stage, referred_at) select nextval('ka_seq'), 1, ?, id, 'EXPERTS', now() from member where email = ?",
                question, each);
        }
        return question;
    }

    private String page(long question) {
        return "/bereiche/" + space + "/fragen/" + question;
    }

    private List<String> stages(long question) {
        return Database.column("select stage from referral where question_id = ? order by stage, id", question);
    }

    @Test
    void moderatorsNameExpertsOfTheirMembers() {
        assertThat(name(moderator, expert)).isEqualTo(302);
        assertThat(name(moderator, expert)).as("the second time nothing").isEqualTo(302);
        assertThat(name(moderator, "niemand@nirgends.example")).as("kept with a complaint").isEqualTo(200);
        assertThat(SessionClient.of(expert).get("/bereiche/" + space + "/experten").statusCode()).isEqualTo(403);
        List<String> named = Database.column("select e.id from topic_expert e join space s on s.id = e.space_id where s.slug = ?", space);
        assertThat(named).hasSize(1);
        assertThat(SessionClient.of(moderator).submit("/bereiche/" + space + "/experten", "fachleute", Map.of("entfernen", named.get(0))).statusCode()).isEqualTo(302);
        assertThat(Database.column("select 1 from topic_expert where id = ?", Long.parseLong(named.get(0)))).isEmpty();
    }

    @Test
    void passingHandsOnAtOnceWhenNobodyElseIsLeft() {
        long question = asked(expert, other);
        assertThat(SessionClient.of(expert).get(page(question)).body()).contains("Sie werden gefragt");
        assertThat(SessionClient.of(asker).get(page(question)).body()).contains("als Fachperson gefragt seit").doesNotContain("Sie werden gefragt");
        assertThat(SessionClient.of(expert).submit(page(question), "anfrage", Map.of("weiter", "1")).statusCode()).isEqualTo(302);
        assertThat(stages(question)).containsExactly("EXPERTS", "EXPERTS");
        assertThat(SessionClient.of(other).submit(page(question), "anfrage", Map.of("weiter", "1")).statusCode()).isEqualTo(302);
        assertThat(stages(question)).containsExactly("EXPERTS", "EXPERTS", "MODERATORS");
        assertThat(SessionClient.of(asker).get(page(question)).body()).contains("als Moderation gefragt seit", "gibt weiter");
    }

    @Test
    void whoeverIsOnItGivesItMoreTime() {
        long question = asked(expert);
        Database.change("update question set staged_at = now() - interval '23 hours' where id = ?", question);
        assertThat(SessionClient.of(expert).submit(page(question), "anfrage", Map.of("dran", "1")).statusCode()).isEqualTo(302);
        assertThat(Database.column("select 1 from question where id = ? and staged_at > now() - interval '1 hour'", question)).hasSize(1);
        assertThat(SessionClient.of(asker).get(page(question)).body()).contains("ist dran");
        Ground.answer(expert, space, question, "So.");
        assertThat(SessionClient.of(expert).get(page(question)).body()).doesNotContain("Sie werden gefragt");
    }

    private static Map<String, String> with(String hours) {
        return Map.of("bereich:name", "Wartet", "bereich:purpose", "Zum Warten.", "bereich:visibility", "ALL_MEMBERS", "bereich:waitHours", hours, "bereich:senden", "x");
    }

    @Test
    void aSpaceSaysHowLongItWaits() {
        String edit = "/bereiche/" + space + "/bearbeiten";
        SessionClient browser = SessionClient.of(moderator);
        assertThat(browser.submit(edit, "bereich", with("48")).statusCode()).isEqualTo(302);
        assertThat(Database.column("select wait_hours from space where slug = ?", space)).containsExactly("48");
        assertThat(browser.submit(edit, "bereich", with("0")).body()).contains("muss zwischen 1 und 720 liegen");
    }
}

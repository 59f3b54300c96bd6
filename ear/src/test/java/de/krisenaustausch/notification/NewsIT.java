package de.krisenaustausch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to questions and polls comes as a mail to those whom it concerns, in words, with a way there. */
class NewsIT {

    private String asks;
    private String answers;
    private String waits;
    private String space;
    private String title;

    @BeforeEach
    void furnish() {
        asks = Ground.person("Fragt" + Scene.unique());
        answers = Ground.person("Antwortet" + Scene.unique());
        waits = Ground.person("Wartet" + Scene.unique());
        space = Ground.space("ALL_MEMBERS", asks);
        Ground.join(space, answers);
        Ground.join(space, waits);
        title = "Wer zahlt " + Scene.unique();
    }

    @Test
    void whoAskedHearsOfAnAnswerAndWhoGaveItThatItHelped() {
        long question = Ground.ask(asks, space, title, "Und **wann**?");
        long answer = Ground.answer(answers, space, question, "## Kurz\n\n- **Der Kreis** zahlt, siehe [§ 12](https://beispielkreis.example/satzung).");

        Mail answered = Mail.awaited(asks, "Antwort: " + title);
        assertThat(answered.text()).contains("\r\n" + title + "\r\n", "\r\nKurz Der Kreis zahlt, siehe § 12.\r\n", "weil Sie diese Frage gestellt haben").doesNotContain("**", "](");
        assertThat(answered.html()).contains("Kurz Der Kreis zahlt, siehe § 12.").doesNotContain("**", "](");
        assertThat(Mail.path(answered.text())).isEqualTo("/bereiche/" + space + "/fragen/" + question + "#antwort-" + answer);

        Scene.ok(Api.as(asks).post("/api/v1/spaces/" + space + "/answers/" + answer + "/accept", ""));
        Mail accepted = Mail.awaited(answers, "Ihre Antwort hat geholfen: " + title);
        assertThat(accepted.text()).contains("weil Sie diese Antwort geschrieben haben");
        assertThat(told("QuestionAnswered:" + answer)).containsExactly(asks);
        assertThat(told("AnswerAccepted:" + answer)).containsExactly(answers);
    }

    @Test
    void whoCouldStillAnswerHearsOfTheLastDayAndWhoAnsweredOfTheResult() {
        long poll = Ballots.publish(asks, space, Ballots.ofTowns(title, Ballots.single("Wie?")));
        Ballots.answerAll(answers, space, poll);
        Database.change("update poll set deadline = now() + interval '23 hours' where id = ?", poll);
        Mail closing = Mail.awaited(waits, "Endet bald: " + title);
        assertThat(closing.text()).contains("Ihre Antwort fehlt noch", "weil Sie Mitglied des Bereichs");
        assertThat(Mail.path(closing.text())).isEqualTo("/bereiche/" + space + "/umfragen/" + poll);
        assertThat(told("PollClosing:" + poll)).contains(waits).doesNotContain(answers);

        Database.change("update poll set deadline = now() - interval '1 second' where id = ?", poll);
        Mail closed = Mail.awaited(answers, "Ergebnis: " + title);
        assertThat(closed.text()).contains("weil Sie oder Ihre Kommune geantwortet haben");
        assertThat(Mail.path(closed.text())).isEqualTo("/bereiche/" + space + "/umfragen/" + poll + "/ergebnis");
        Mail.awaited(asks, "Ergebnis: " + title);
        assertThat(told("PollClosed:" + poll)).containsOnly(answers, asks);
    }

    /** @return who gets a mail of an event */
    private static List<String> told(String event) {
        return Database.column("select m.email from delivery d join member m on m.id = d.member_id where d.event = ?", event);
    }
}

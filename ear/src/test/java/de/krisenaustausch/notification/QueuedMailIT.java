package de.krisenaustausch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SessionClient;
import de.krisenaustausch.testing.TestStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mail that waits is sent to those who may still read what it tells of when it is sent, and to nobody else. */
class QueuedMailIT {

    @Test
    void sendsNothingToWhomeverLeftWhileItWaited() {
        String moderator = Ground.person("Leitung");
        String stays = Ground.person("Bleibt");
        String goes = Ground.person("Geht");
        String space = Ground.space("INVITED", moderator);
        for (String member : List.of(stays, goes)) {
            Ground.bringIn(space, moderator, member);
            assertThat(SessionClient.of(member).post("/bereiche/" + space + "/folgen", Map.of("haeufigkeit", "IMMEDIATELY")).statusCode()).isEqualTo(302);
        }
        String title = "Wartet " + Scene.unique();
        TestStack.stopMail();
        long document;
        try {
            document = Ground.share(moderator, space, title, "Nur für den Kreis.");
            awaitWaiting(document, 2);
            Ground.sendAway(space, moderator, goes);
        } finally {
            TestStack.get().startMail();
        }
        // the next try is a minute away, and the timer looks for what is half a minute late
        Database.change("update delivery set next_attempt_at = now() - interval '1 minute' where event = ?", event(document));

        Mail.awaited(stays, title);
        awaitWaiting(document, 0);
        assertThat(Mail.to(goes, title)).isEmpty();
        assertThat(Database.column("select d.state from delivery d join member m on m.id = d.member_id where d.event = ? and m.email = ?", event(document), goes))
            .containsExactly("SKIPPED");
    }

    /** Waits until so many mails were tried in vain and wait for another try. */
    private static void awaitWaiting(long document, int mails) {
        Await.until(mails + " mails wait", () -> Database.column(
            "select 1 from delivery where event = ? and state = 'QUEUED' and attempts > 0", event(document)).size() == mails);
    }

    private static String event(long document) {
        return "DocumentShared:" + document;
    }
}

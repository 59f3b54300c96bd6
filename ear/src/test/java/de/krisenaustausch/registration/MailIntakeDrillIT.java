package de.krisenaustausch.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.Scene.Room;
import de.krisenaustausch.testing.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server is killed in the middle of a full mailbox: each mail is handled once, and each sender answered once. */
class MailIntakeDrillIT {

    private static final int MAILS = 20;

    @Test
    void handlesEachMailOnceAlsoWhenKilled() {
        Room room = Scene.space("Eisregen " + Scene.unique());
        String domain = Scene.unique() + ".example";
        List<Clerk> clerks = new ArrayList<>();
        for (int i = 0; i < MAILS; i++) {
            clerks.add(Clerk.at(domain));
        }
        clerks.forEach(clerk -> clerk.write(room.name(), "Vorname: Paula\r\nName: Berg\r\nKommune: Stadt Beispielstadt\r\nDienststelle: Bauamt\r\n"));
        Await.until("some are handled", () -> handled(domain) >= 3);
        TestStack.kill();
        int before = handled(domain);
        TestStack.start(Map.of());

        Await.until("all are handled", () -> handled(domain) == MAILS);
        // answers that the dead server had claimed are free after two minutes: nobody need wait for them here
        Database.change("update single_mail set next_attempt_at = now() where email like ? and state = 'QUEUED'", "%@" + domain);
        // an answer that was in flight can come again, as the same mail
        clerks.forEach(clerk -> assertThat(clerk.mails(1).stream().map(mail -> mail.header("Message-ID")).distinct())
            .as(clerk.email() + ", killed after " + before).hasSize(1));
        assertThat(Database.column("select 1 from access_request where email like ?", "%@" + domain)).hasSize(MAILS);
    }

    private static int handled(String domain) {
        return Database.column("select 1 from intake_mail where sender like ?", "%@" + domain).size();
    }
}

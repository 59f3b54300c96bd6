package de.krisenaustausch.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Mail;
import de.krisenaustausch.testing.Scene;
import de.krisenaustausch.testing.SecondStart;
import de.krisenaustausch.testing.TestStack;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server dies in the midst of uploads and of a fan-out: what was acknowledged is there, once, and what was to follow follows. */
class CrashDrillIT {

    private static final int SENDERS = 3;
    private static final int ACKNOWLEDGED = 20;
    private static final int FOLLOWERS = 1000;
    private static final int SENT = 40;
    /** Consumers of mails, each with one in its hands. */
    private static final int IN_FLIGHT = 4;

    private static final Map<String, Long> ACKNOWLEDGEMENTS = new ConcurrentHashMap<>();
    private static String person;
    private static String uploads;
    private static String run;
    private static String event;

    @BeforeAll
    static void crash() {
        person = Ground.person("Absturz");
        uploads = Ground.space("ALL_MEMBERS", person);
        String calls = Ground.space("ALL_MEMBERS", person);
        run = Scene.unique();
        followers(calls);
        AtomicBoolean dying = new AtomicBoolean();
        List<CompletableFuture<Void>> senders = IntStream.range(0, SENDERS)
            .mapToObj(sender -> CompletableFuture.runAsync(() -> share(sender, dying))).toList();
        Await.until("some documents are shared", () -> ACKNOWLEDGEMENTS.size() >= ACKNOWLEDGED);
        event = "DocumentShared:" + Ground.share(person, calls, Ground.description("Rundruf " + run, Ground.upload(person, "rundruf.txt", text(run))));
        Await.until("some mails are sent", () -> mails().size() >= SENT);
        dying.set(true);
        TestStack.kill();
        senders.forEach(CompletableFuture::join);
        assertThat(mails()).as("mails sent before the crash").hasSizeLessThan(FOLLOWERS);
        // what the dead server had claimed is free after two minutes: nobody need wait for them here
        Database.change("update delivery set next_attempt_at = now() - interval '1 minute' where event = ? and state = 'QUEUED'", event);
        SecondStart.afterCrash();
    }

    @Test
    void keepsWhatItAcknowledged() {
        ACKNOWLEDGEMENTS.forEach((title, id) -> {
            Ground.awaitReleased(person, uploads, id);
            assertThat(Ground.version(person, uploads, id).getJsonNumber("size").longValue()).isEqualTo(text(title).length);
        });
        List<String> titles = Database.column("select d.title from document d join space s on s.id = d.space_id where s.slug = ?", uploads);
        assertThat(titles).doesNotHaveDuplicates().containsAll(ACKNOWLEDGEMENTS.keySet());
        assertThat(TestStack.get().data().resolve("files/incoming")).as("halves of files").isEmptyDirectory();
        Await.until("no transaction is in doubt", () -> Database.column("select gid from pg_prepared_xacts").isEmpty());
        // also of what was committed and could not be acknowledged any more
        titles.forEach(title -> assertThat(file(title)).as(title).isEqualTo(new String(text(title), StandardCharsets.UTF_8)));
    }

    @Test
    void sendsEveryMailOnce() {
        Await.until("every follower has her mail", () -> mails().size() == FOLLOWERS);
        Await.until("all mails are taken down", () -> Database.column("select 1 from delivery where event = ? and state <> 'SENT'", event).isEmpty());
        mails().forEach((address, ids) -> assertThat(new HashSet<>(ids)).as(address).hasSize(1));
        assertThat(mails().values().stream().filter(ids -> ids.size() > 1)).as("mails that were in flight").hasSizeLessThanOrEqualTo(IN_FLIGHT);
    }

    /** Shares one document after the other until the server is gone. */
    private static void share(int sender, AtomicBoolean dying) {
        try {
            for (int number = 0; ; number++) {
                String title = "Absturz " + sender + "-" + number;
                ACKNOWLEDGEMENTS.put(title, Ground.share(person, uploads, title, title + ".txt", text(title)));
            }
        } catch (RuntimeException | AssertionError refused) {
            if (!dying.get()) {
                throw refused;
            }
        }
    }

    private static String file(String title) {
        String id = Database.column("select d.id from document d join space s on s.id = d.space_id where s.slug = ? and d.title = ?", uploads, title).get(0);
        Ground.awaitReleased(person, uploads, Long.parseLong(id));
        return Api.as(person).get("/api/v1/spaces/" + uploads + "/documents/" + id + "/file").body();
    }

    /** People without accounts, who only read their mail: rows of their own, since nobody waits for hundreds of sign-ins. */
    private static void followers(String space) {
        Database.change("insert into member (id, version, subject, given_name, family_name, email, blocked, created_at) "
            + "select nextval('ka_seq'), 1, ? || n, 'Folgt', 'Nummer ' || n, 'folgt' || n || '.' || ? || '@beispielheim.example', false, now() from generate_series(1, ?) n",
            run + "-", run, FOLLOWERS);
        Database.change("insert into subscription (id, version, member_id, space_id, frequency) select nextval('ka_seq'), 1, m.id, s.id, 'IMMEDIATELY' "
            + "from member m, space s where m.subject like ? and s.slug = ?", run + "-%", space);
    }

    /** @return Message-IDs of the mails that came, by recipient */
    private static Map<String, List<String>> mails() {
        Map<String, List<String>> mails = new HashMap<>();
        for (Mail mail : Mail.all()) {
            mail.recipients().stream().findFirst().filter(address -> address.contains("." + run + "@"))
                .ifPresent(address -> mails.computeIfAbsent(address, none -> new ArrayList<>()).add(mail.header("Message-ID")));
        }
        return mails;
    }

    private static byte[] text(String title) {
        return ("Inhalt von " + title + ". ").repeat(2000).getBytes(StandardCharsets.UTF_8);
    }
}

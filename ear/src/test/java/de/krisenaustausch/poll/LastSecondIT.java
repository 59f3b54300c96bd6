package de.krisenaustausch.poll;

import static org.assertj.core.api.Assertions.assertThat;

import de.krisenaustausch.testing.Accounts;
import de.krisenaustausch.testing.Api;
import de.krisenaustausch.testing.Await;
import de.krisenaustausch.testing.Ballots;
import de.krisenaustausch.testing.Database;
import de.krisenaustausch.testing.Ground;
import de.krisenaustausch.testing.Scene;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 200 people vote in the last second before the deadline and the first one after it: what was acknowledged counts, once, and nothing else. */
class LastSecondIT {

    private static final int PEOPLE = 200;
    private static final int THREADS = 50;
    private static final int MINUTES = 15;

    private static String asks;
    private static String space;
    /** Of each person, from before the race: fetching one takes longer than voting. */
    private static List<String> tokens;
    private static ExecutorService pool;

    @BeforeAll
    static void invite() throws Exception {
        Accounts.tokensLast(MINUTES * 60);
        asks = Ground.person("Fragt");
        space = Ground.space("ALL_MEMBERS", asks);
        String town = Api.json(Scene.ok(Api.as(asks).get("/api/v1/me"))).getString("municipality");
        pool = Executors.newFixedThreadPool(THREADS);
        List<Future<String>> opened = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int number = i;
            opened.add(pool.submit(() -> {
                String email = Accounts.open("Probe", "Eilt" + number);
                Scene.ok(Api.as(email).put("/api/v1/me", Json.createObjectBuilder().add("givenName", "Probe").add("familyName", "Eilt")
                    .add("municipality", town).add("office", "Amt").build().toString()));
                return Api.token(email);
            }));
        }
        tokens = new ArrayList<>();
        for (Future<String> each : opened) {
            tokens.add(each.get(MINUTES, TimeUnit.MINUTES));
        }
    }

    @AfterAll
    static void leave() {
        pool.shutdownNow();
        Accounts.tokensLast(60);
    }

    @Test
    void everyAcknowledgedVoteCountsAndNoOther() throws Exception {
        long poll = Ballots.publish(asks, space, Ballots.anonymous("Letzte Sekunde", Ballots.single("Wie?")));
        String vote = "{\"revision\":0,\"answers\":[" + Ballots.chosen(Ballots.questions(asks, space, poll).get(0), Ballots.options(asks, space, poll, 0).get(0)) + "]}";
        Instant deadline = Instant.now().plusSeconds(4);
        Database.change("update poll set deadline = cast(? as timestamptz) where id = ?", deadline.toString(), poll);
        List<Future<Integer>> votes = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            // spread over two seconds round the deadline; whoever waits for a thread comes later
            Instant when = deadline.plusMillis((i * 2000L / PEOPLE) - 1200);
            String token = tokens.get(i);
            votes.add(pool.submit(() -> {
                LockSupport.parkNanos(Math.max(0, Duration.between(Instant.now(), when).toNanos()));
                return Api.anonymous().send("PUT", Ballots.at(space) + "/" + poll + "/answer", BodyPublishers.ofString(vote),
                    Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json")).statusCode();
            }));
        }
        int acknowledged = 0;
        int refused = 0;
        for (Future<Integer> each : votes) {
            int status = each.get(2, TimeUnit.MINUTES);
            assertThat(status).isIn(204, 422);
            if (status == 204) {
                acknowledged++;
            } else {
                refused++;
            }
        }
        Await.until("the poll has ended", () -> !Database.column("select 1 from poll where id = ? and ended_at is not null", poll).isEmpty());
        assertThat(acknowledged).as("came in time").isPositive();
        assertThat(refused).as("came too late").isPositive();
        assertThat(Database.column("select count(*) from poll_ballot where poll_id = ?", poll)).containsExactly(String.valueOf(acknowledged));
        assertThat(Database.column("select count(*) from poll_participation where poll_id = ?", poll)).containsExactly(String.valueOf(acknowledged));
        // fewer than five are not told
        assertThat(Ballots.result(asks, space, poll, "").getInt("ballots")).isEqualTo(acknowledged < 5 ? 0 : acknowledged);
    }
}

package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Sharing small documents, committed with their events, and the mails that followers get. */
final class Sharing {

    private static final int MANY = 8;
    private static final double ONE_RATE = 50;
    private static final double MANY_RATE = 200;
    private static final double MAIL_RATE = 2000;
    private static final double SLOWER = 50;
    private static final int MAIL_CONNECTIONS = 4;
    private static final int ANSWERS = 5;
    private static final AtomicInteger NEXT = new AtomicInteger(1_000_000);

    private Sharing() {
    }

    static List<Result> rates(Ground ground) {
        List<Result> results = new ArrayList<>();
        for (int clients : new int[] {1, MANY}) {
            List<Load.Figures> rounds = new ArrayList<>();
            List<Double> raw = new ArrayList<>();
            round(ground, clients);
            for (int round = 0; round < Measure.ROUNDS; round++) {
                ground.settle();
                raw.add(Disk.forced(ground.folder(), ground.time().dividedBy(2)));
                rounds.add(round(ground, clients));
            }
            Load.Figures figures = Load.Figures.median(rounds);
            results.add(Result.more("sharing a small document, " + clients + (clients == 1 ? " client" : " clients"), clients == 1 ? "≥ 50/s" : "≥ 200/s",
                clients == 1 ? ONE_RATE : MANY_RATE, "/s", figures.rate(), "fsync, one by one", Transfers.median(raw)));
            results.add(Result.note("  p50 and p99", Result.number(figures.p50()) + " ms and " + Result.number(figures.p99()) + " ms"));
        }
        return results;
    }

    /** The files are there before, as they are when a clerk presses the button. */
    private static Load.Figures round(Ground ground, int clients) {
        int each = ground.options().seconds() * (int) (clients == 1 ? ONE_RATE * 3 : MANY_RATE * 2) / clients;
        List<Queue<Long>> uploads = Stream.generate(() -> (Queue<Long>) new ConcurrentLinkedQueue<Long>()).limit(clients).toList();
        Content.fill(clients * each, number -> uploads.get(number % clients).add(ground.content().upload(Accounts.name(1 + number % clients), paper())));
        ground.settle();
        return Load.run("sharing", clients, ground.time(), number -> {
            HttpLine line = new HttpLine(ground.port());
            return () -> {
                Long upload = uploads.get(number).poll();
                if (upload == null) {
                    throw new StackException("Sharing is faster than the bench has files for.");
                }
                return share(ground, line, Accounts.name(1 + number), Content.QUIET, upload);
            };
        });
    }

    static List<Result> mails(Ground ground) {
        int followers = ground.options().followers();
        follow(ground, followers);
        ground.settle();
        List<Double> rates = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        for (int round = 0; round < Measure.ROUNDS; round++) {
            ground.sink().reset();
            answer(ground, Content.FOLLOWED);
            ground.sink().await(followers - 1);
            rates.add(ground.sink().rate());
            int size = ground.sink().size();
            ground.settle();
            limits.add(ground.sink().fill(MAIL_CONNECTIONS, followers, size));
        }
        List<Double> quiet = new ArrayList<>();
        List<Double> followed = new ArrayList<>();
        for (int round = 0; round < ANSWERS; round++) {
            quiet.add(answer(ground, Content.QUIET));
            ground.settle();
            followed.add(answer(ground, Content.FOLLOWED));
            ground.settle();
        }
        double limit = Transfers.median(limits);
        return List.of(
            Result.more("mails to %,d followers".formatted(followers), "≥ 2,000/s", MAIL_RATE, "/s", Transfers.median(rates), "raw SMTP", limit),
            Result.less("  the answer's delay by the followers", "≤ 50 ms", SLOWER, " ms", Transfers.median(followed) - Transfers.median(quiet)),
            Result.note("  answer without and with followers", Result.number(Transfers.median(quiet)) + " ms and " + Result.number(Transfers.median(followed)) + " ms"));
    }

    private static void follow(Ground ground, int followers) {
        ground.content().inParallel("followers", followers, number -> {
            String member = Accounts.name(number + 1);
            byte[] body = "haeufigkeit=IMMEDIATELY".getBytes(StandardCharsets.US_ASCII);
            try (HttpLine line = new HttpLine(ground.port())) {
                int status = line.exchange(HttpLine.post("/bereiche/" + Content.FOLLOWED + "/folgen", ground.bearer(member)
                    + "Content-Type: application/x-www-form-urlencoded\r\n", body.length), out -> out.write(body));
                if (status != 302) {
                    throw new StackException(member + " can't follow: " + status + " " + line.content());
                }
            } catch (IOException broken) {
                throw new StackException("Following failed: " + broken.getMessage(), broken);
            }
        });
    }

    /** @return milliseconds until a share was answered */
    private static double answer(Ground ground, String space) {
        String member = Accounts.name(1);
        long upload = ground.content().upload(member, paper());
        try (HttpLine line = new HttpLine(ground.port())) {
            line.exchange(HttpLine.get("/api/v1/openapi.json", ""));
            String bearer = ground.bearer(member);
            long start = System.nanoTime();
            byte[] body = Content.description(ground.content().paper((int) (upload % 100)), upload).toString().getBytes(StandardCharsets.UTF_8);
            int status = line.exchange(HttpLine.post("/api/v1/spaces/" + space + "/documents", bearer + "Content-Type: application/json\r\n", body.length),
                out -> out.write(body));
            if (status != 201) {
                throw new StackException("Sharing failed: " + status + " " + line.content());
            }
            return (System.nanoTime() - start) / 1e6;
        } catch (IOException broken) {
            throw new StackException("Sharing failed: " + broken.getMessage(), broken);
        }
    }

    private static boolean share(Ground ground, HttpLine line, String member, String space, long upload) throws IOException {
        byte[] body = Content.description(ground.content().paper((int) (upload % 100)), upload).toString().getBytes(StandardCharsets.UTF_8);
        return line.exchange(HttpLine.post("/api/v1/spaces/" + space + "/documents", ground.bearer(member) + "Content-Type: application/json\r\n", body.length),
            out -> out.write(body)) == 201;
    }

    private static int paper() {
        return NEXT.incrementAndGet();
    }
}

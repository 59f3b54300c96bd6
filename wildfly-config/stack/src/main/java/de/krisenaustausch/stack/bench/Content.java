package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.Progress;
import de.krisenaustausch.stack.StackException;
import de.krisenaustausch.stack.examples.Corpus;
import de.krisenaustausch.stack.examples.RestClient;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The generated corpus, loaded through the portal's REST interface as any program would, from several connections. How
 * far it came is kept beside it, so that a loading that was interrupted goes on.
 */
final class Content {

    static final String ADMIN = "verwaltung@krisenaustausch.example";
    static final int MUNICIPALITIES = 200;
    static final int SPACES = 50;
    /** The space with every second document. */
    static final String LARGE = "messung-01";
    /** The space that never has more than 100. */
    static final String SMALL = "messung-02";
    /** The space that many follow. */
    static final String FOLLOWED = "messung-03";
    /** The space that documents are shared into while that is measured; nobody follows it. */
    static final String QUIET = "messung-04";
    private static final int SMALL_SIZE = 100;
    private static final int FIRST_OTHER = 5;
    private static final int CONNECTIONS = 8;
    private static final int BLOCK = 400;
    private static final int DOCUMENTS_A_MEMBER = 50;
    private static final int VOTERS_A_POLL = 8;
    private static final int TEXT = 800;
    private static final int TITLE = 180;
    private static final String[] STATES = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split(" ");
    private static final String[] KINDS = {"CITY", "TOWN", "VILLAGE", "UNION", "COUNTY"};

    private final RestClient portal;
    private final Progress progress;
    private final Path notes;
    private final Corpus corpus = new Corpus(2020);
    private final Polls polls;

    /** @param notes folder in which it is noted how far the loading came */
    Content(RestClient portal, Progress progress, Path notes) {
        this.portal = portal;
        this.progress = progress;
        this.notes = notes;
        this.polls = new Polls(portal);
    }

    Polls polls() {
        return polls;
    }

    /** @return any number of papers, all of them plain text */
    Corpus.Paper paper(int number) {
        return corpus.paper(number * 2);
    }

    /** Enters municipalities, members and spaces; the second time nothing. */
    void people(Accounts accounts, int accountsWanted, int members, String password) {
        once("accounts-" + accountsWanted, () -> accounts.create(accountsWanted, password));
        once("directory", this::directory);
        inParallel("members", members, this::enter);
        once("spaces", this::spaces);
    }

    private void enter(int number) {
        portal.put(Accounts.name(number + 1), "me", Json.createObjectBuilder().add("givenName", "Mia").add("familyName", "Mess" + (number + 1))
            .add("municipality", municipality(number)).add("office", "Hauptamt").build());
    }

    /** Shares the papers up to that number. */
    void documents(int upTo) {
        inParallel("documents", upTo, number -> share(author(number), space(number), number));
    }

    /** Asks a question for every twentieth paper up to that number, and answers most of them: as papers would that nobody shares. */
    void questions(int upTo) {
        inParallel("questions", upTo / 20, this::ask);
    }

    private void ask(int number) {
        Corpus.Paper paper = other(number);
        String asker = author(number);
        String questions = "spaces/" + space(number) + "/questions";
        long question = portal.post(asker, questions, Json.createObjectBuilder().add("title", title(paper)).add("topics", topics(paper))
            .add("text", beginning(paper.text(), 0)).build()).getJsonNumber("id").longValue();
        if (number % 4 != 0) {
            long answer = portal.post(author(number + DOCUMENTS_A_MEMBER), questions + "/" + question + "/answers", Json.createObjectBuilder()
                .add("text", beginning(paper.text(), TEXT)).add("official", true).build()).getJsonNumber("id").longValue();
            portal.post(asker, "spaces/" + space(number) + "/answers/" + answer + "/accept", Json.createObjectBuilder().build());
        }
    }

    /** Shares a link for every twentieth paper up to that number, and has a poll for every hundredth, which some answer. */
    void linksAndPolls(int upTo) {
        inParallel("links", upTo / 20, number -> {
            Corpus.Paper paper = other(number);
            portal.post(author(number), "spaces/" + space(number) + "/links", Json.createObjectBuilder().add("address", "https://messung.example/seite/" + number)
                .add("title", paper.title()).add("description", beginning(paper.text(), 0)).add("topics", topics(paper)).build());
        });
        inParallel("polls", upTo / 100, number -> {
            Polls.Poll poll = polls.publish(author(number * DOCUMENTS_A_MEMBER), space(number), title(other(number)), number % 2 == 1);
            for (int voter = 1; voter <= VOTERS_A_POLL; voter++) {
                polls.answer(Accounts.name(voter), poll, new Random(number + voter));
            }
        });
    }

    /** @return a poll in the largest space that so many people have answered, everybody once; nobody again the second time */
    Polls.Poll answeredPoll(int voters) {
        if (noted("country-poll") == 0) {
            note("country-poll", (int) polls.publish(Accounts.name(1), LARGE, "Umfrage des ganzen Landes", false).id());
        }
        Polls.Poll poll = polls.read(Accounts.name(1), LARGE, noted("country-poll"));
        inParallel("voters", voters, number -> {
            enter(number);
            polls.answer(Accounts.name(number + 1), poll, new Random(number));
        });
        return poll;
    }

    /** @return what somebody asks who looks for that paper */
    static String title(Corpus.Paper paper) {
        String title = "Wie regeln Sie " + paper.title();
        return title.substring(0, Math.min(TITLE, title.length())) + "?";
    }

    private Corpus.Paper other(int number) {
        return corpus.paper(number * 2 + 1);
    }

    private static String beginning(String text, int from) {
        int start = Math.min(from, Math.max(0, text.length() - TEXT));
        return text.substring(start, Math.min(text.length(), start + TEXT));
    }

    /** @return who shares the paper: in turns, so that every municipality has some */
    static String author(int number) {
        return Accounts.name(1 + number / DOCUMENTS_A_MEMBER % MUNICIPALITIES);
    }

    private void share(String member, String space, int number) {
        portal.post(member, "spaces/" + space + "/documents", description(paper(number), upload(member, number)));
    }

    /** @return id of the upload, which waits to be shared */
    long upload(String member, int number) {
        return portal.upload(member, "papier-" + number + ".txt", paper(number).text().getBytes(StandardCharsets.UTF_8));
    }

    static JsonObject description(Corpus.Paper paper, long upload) {
        return Json.createObjectBuilder().add("upload", upload).add("title", paper.title()).add("type", paper.type())
            .add("topics", topics(paper)).add("description", paper.description()).add("reuse", "FREE").build();
    }

    private static JsonArrayBuilder topics(Corpus.Paper paper) {
        JsonArrayBuilder topics = Json.createArrayBuilder();
        paper.topics().forEach(topics::add);
        return topics;
    }

    private static String space(int number) {
        if (number % 2 == 0) {
            return LARGE;
        }
        return number / 2 < SMALL_SIZE ? SMALL : "messung-%02d".formatted(FIRST_OTHER + number / 2 % (SPACES - FIRST_OTHER + 1));
    }

    private static String municipality(int number) {
        return "Gemeinde Messdorf " + (1 + number % MUNICIPALITIES);
    }

    private void directory() {
        JsonArrayBuilder drafts = Json.createArrayBuilder();
        drafts.add(draft("Stadt Messstadt", 0));
        for (int number = 0; number < MUNICIPALITIES; number++) {
            drafts.add(draft(municipality(number), number));
        }
        portal.put(ADMIN, "municipalities", drafts.build());
        portal.put(ADMIN, "associations", Json.createObjectBuilder().add("shortName", "DStGB").add("name", "Deutscher Städte- und Gemeindebund").build());
        portal.put(ADMIN, "me", Json.createObjectBuilder().add("givenName", "Vera").add("familyName", "Walter")
            .add("municipality", "Stadt Messstadt").add("office", "Portalbetrieb").build());
    }

    private static JsonObject draft(String name, int number) {
        return Json.createObjectBuilder().add("name", name).add("kind", KINDS[number % KINDS.length]).add("state", STATES[number % STATES.length])
            .add("population", 800 + 1337 * number).build();
    }

    /** Sends an official list, or the word to apply one. @param path below "municipalities" */
    JsonObject importDirectory(String path, byte[] body) {
        return portal.send(ADMIN, "municipalities/" + path, body);
    }

    private void spaces() {
        Set<String> topics = new TreeSet<>();
        for (int number = 0; number < BLOCK; number++) {
            topics.addAll(paper(number).topics());
        }
        JsonArrayBuilder slugs = Json.createArrayBuilder();
        topics.forEach(topic -> {
            portal.post(ADMIN, "topics", Json.createObjectBuilder().add("name", Character.toUpperCase(topic.charAt(0)) + topic.substring(1)).build(), "topic.taken");
            slugs.add(topic);
        });
        JsonArray chosen = slugs.build();
        for (int number = 1; number <= SPACES; number++) {
            portal.post(ADMIN, "spaces", Json.createObjectBuilder().add("slug", "messung-%02d".formatted(number)).add("name", "Messung " + number)
                .add("purpose", "Ein Bereich, an dem gemessen wird.").add("association", "dstgb").add("visibility", "ALL_MEMBERS")
                .add("topics", chosen).build(), "space.slugTaken");
        }
        portal.put(ADMIN, "spaces/" + LARGE + "/moderators", Json.createObjectBuilder().add("email", Accounts.name(1)).build());
    }

    private void once(String name, Runnable work) {
        if (noted(name) == 0) {
            work.run();
            note(name, 1);
        }
    }

    /** Does the work for all numbers below that one, from several connections. */
    static void fill(int upTo, IntConsumer work) {
        ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            block(workers, 0, upTo, work);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Does the work for all numbers that are not noted as done, in blocks, and tells how far it is. */
    void inParallel(String what, int upTo, IntConsumer work) {
        int done = noted(what);
        Instant start = Instant.now();
        int first = done;
        ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            Instant told = start;
            while (done < upTo) {
                int next = Math.min(upTo, done + BLOCK);
                block(workers, done, next, work);
                done = next;
                note(what, done);
                Duration taken = Duration.between(start, Instant.now());
                if (done == upTo || Duration.between(told, Instant.now()).toSeconds() >= 5) {
                    told = Instant.now();
                    double rate = (done - first) / Math.max(0.1, taken.toMillis() / 1000.0);
                    progress.say("    %,d of %,d %s, %.0f a second, %.0f min left".formatted(done, upTo, what, rate, (upTo - done) / rate / 60));
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void block(ExecutorService workers, int from, int to, IntConsumer work) {
        List<Future<?>> all = new ArrayList<>();
        AtomicInteger next = new AtomicInteger(from);
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(workers.submit(() -> {
                for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                    work.accept(number);
                }
            }));
        }
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof StackException known ? known : new StackException("Loading failed: " + failed.getCause(), failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StackException("Stopped while loading.", stopped);
            }
        }
    }

    int noted(String name) {
        try {
            Path note = notes.resolve("loaded-" + name);
            return Files.exists(note) ? Integer.parseInt(Files.readString(note).strip()) : 0;
        } catch (IOException unreadable) {
            throw new StackException("The notes in " + notes + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    void note(String name, int done) {
        try {
            Files.writeString(notes.resolve("loaded-" + name), String.valueOf(done));
        } catch (IOException full) {
            throw new StackException("The folder " + notes + " can't be written to: " + full.getMessage(), full);
        }
    }
}

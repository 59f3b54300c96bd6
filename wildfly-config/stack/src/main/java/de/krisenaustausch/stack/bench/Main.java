package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.Layout;
import de.krisenaustausch.stack.Ports;
import de.krisenaustausch.stack.Progress;
import de.krisenaustausch.stack.Stack;
import de.krisenaustausch.stack.StackException;
import de.krisenaustausch.stack.examples.RestClient;
import de.krisenaustausch.stack.examples.Tokens;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** What {@code ./bench} starts: a stack of its own with a generated corpus, measured beside what the machine can do. */
public final class Main {

    private static final int OFFSET = 700;

    private Main() {
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("space", Pages::space);
        measures.put("start", Pages::start);
        measures.put("search", Searching::take);
        measures.put("asking", Asking::take);
        measures.put("voting", Voting::votes);
        measures.put("result", Voting::result);
        measures.put("upload", Transfers::uploads);
        measures.put("download", Transfers::downloads);
        measures.put("sharing", Sharing::rates);
        measures.put("mail", Sharing::mails);
        measures.put("sign-in", SigningIn::take);
        measures.put("import", Directory::imports);
        measures.put("typing", Directory::typing);
        measures.put("growth", Growth::take);
        measures.put("memory", Server::memory);
        measures.put("boot", Server::start);
        return measures;
    }

    public static void main(String[] arguments) {
        // kept in a variable: a logger without references would be collected, and its level with it
        Logger root = Logger.getLogger("");
        root.setLevel(Level.SEVERE);
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.HELP.formatted(String.join(", ", measures().keySet())));
            return;
        }
        try {
            run(Options.of(List.of(arguments)));
            System.exit(0);
        } catch (StackException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(Options options) {
        options.only().stream().filter(name -> !measures().containsKey(name)).findFirst().ifPresent(unknown -> {
            throw new StackException("There is no measure " + unknown + "; ./bench --help lists them all.");
        });
        Layout layout = Layout.find();
        Path data = layout.root().resolve("target/bench/" + options.documents());
        try {
            Files.createDirectories(data);
        } catch (IOException failed) {
            throw new StackException("The folder " + data + " can't be made: " + failed.getMessage(), failed);
        }
        try (FileChannel channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StackException("The bench already runs on " + data + ".");
            }
            measure(layout, data, options);
        } catch (IOException failed) {
            throw new StackException("The folder " + data + " can't be used: " + failed.getMessage(), failed);
        }
    }

    private static void measure(Layout layout, Path data, Options options) {
        Progress progress = new Progress(System.out);
        Ports ports = System.getenv("KA_PORT_OFFSET") == null ? new Ports(OFFSET) : Ports.fromEnvironment();
        MailSink sink = new MailSink();
        Map<String, String> environment = new HashMap<>(Map.of("KA_SMTP_PORT", String.valueOf(sink.port())));
        // a bench is a flood: only few connections and few members ask as much as a whole country would
        List.of("SEARCHES", "SUGGESTIONS", "UPLOADS").forEach(limit -> environment.put("KA_LIMIT_" + limit, "100000000"));
        Stack stack = new Stack(layout, ports, data, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start(environment);
        try (stack; sink; Nginx nginx = new Nginx(data.resolve("nginx"));
             Database database = new Database(stack.databaseUrl(), data.resolve("postgres/postgres.log"));
             BarePages bare = new BarePages(data.resolve("server/deployments"))) {
            bare.deploy();
            Tokens tokens = new Tokens(stack.keycloakUrl(), Stack.EXAMPLE_PASSWORD);
            Content content = new Content(new RestClient(stack.portalUrl(), tokens), progress, data);
            Ground ground = new Ground(stack, options, content, tokens, database, sink, bare, nginx, progress, environment);
            Accounts accounts = new Accounts(stack.keycloakUrl(), Stack.KEYCLOAK_ADMIN, Stack.KEYCLOAK_ADMIN_PASSWORD);
            accounts.prepare();
            load(ground, accounts);
            List<Result> results = new ArrayList<>();
            measures().forEach((name, measure) -> {
                if (options.only().isEmpty() || options.only().contains(name)) {
                    progress.step("Measuring " + name, () -> results.addAll(take(name, measure, ground)));
                }
            });
            progress.say("\n%,d documents, %,d members, %d processors, Java %s\n".formatted(options.documents(), options.members(),
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version")));
            progress.say(Table.of(results));
        }
    }

    /** A measure that fails is a line of the table: the others still count. */
    private static List<Result> take(String name, Measure measure, Ground ground) {
        try {
            ground.settle();
            List<Result> taken = measure.take(ground);
            taken.forEach(result -> ground.progress().say("    " + result.what() + ": " + result.measured() + " " + result.limit()));
            return taken;
        } catch (StackException failed) {
            ground.progress().say("    " + failed.getMessage());
            return List.of(new Result(name, "", "failed", failed.getMessage(), "", false));
        }
    }

    private static void load(Ground ground, Accounts accounts) {
        Options options = ground.options();
        Content content = ground.content();
        if (content.noted("documents") >= options.documents() && content.noted("polls") >= options.documents() / 100) {
            return;
        }
        ground.progress().step("Corpus", () -> {
            ground.database().waitsForDisk(false);
            content.people(accounts, IntStream.of(options.members(), options.followers(), options.voters()).max().orElseThrow(), options.members(), Stack.EXAMPLE_PASSWORD);
            content.documents(Math.min(Growth.SMALL, options.documents()));
            Growth.remember(ground);
            content.documents(options.documents());
            content.questions(options.documents());
            content.linksAndPolls(options.documents());
            ground.settle();
            ground.database().waitsForDisk(true);
            ground.database().maintain();
        });
    }
}

package de.krisenaustausch.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./run} starts: the stack, until it is interrupted. */
public final class Main {

    private static final String HELP = """
        Usage: ./run [--empty] [--reset] [--help]

          --empty   starts without example content
          --reset   throws the data of the local stack away, after asking, then starts
          --help    this text

        Environment: KA_PORT_OFFSET moves all ports, KA_LOCAL_DATA names another data folder (default: data);
        KA_CLAMD=host:port lets a malware scanner check uploads. Every KA_ variable of the README reaches the portal.
        """;

    /** Set once the person asked to stop: what fails from then on is no news to her. */
    private static volatile boolean stopping;

    private Main() {
    }

    public static void main(String[] arguments) {
        // kept in a variable: a logger without references would be collected, and its level with it
        Logger root = Logger.getLogger("");
        root.setLevel(Level.SEVERE);
        List<String> options = List.of(arguments);
        if (options.contains("--help")) {
            System.out.print(HELP);
            return;
        }
        try {
            run(options);
        } catch (StackException failed) {
            if (!stopping) {
                System.err.println(failed.getMessage());
            }
            System.exit(1);
        }
    }

    private static void run(List<String> options) {
        options.stream().filter(option -> !Set.of("--empty", "--reset").contains(option)).findFirst().ifPresent(unknown -> {
            throw new StackException("Unknown option " + unknown + "; ./run --help lists them all.");
        });
        Layout layout = Layout.find();
        Path data = layout.root().resolve(System.getenv().getOrDefault("KA_LOCAL_DATA", "data")).normalize();
        try (FileChannel channel = lockFile(data); FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StackException("The portal already runs from " + data + ": stop it there with Ctrl-C, or set KA_LOCAL_DATA and KA_PORT_OFFSET for a second one.");
            }
            if (options.contains("--reset") && !reset(data)) {
                return;
            }
            serve(layout, data, options.contains("--empty"));
        } catch (IOException failed) {
            throw new StackException("The folder " + data + " can't be used: " + failed.getMessage(), failed);
        }
    }

    private static void serve(Layout layout, Path data, boolean empty) {
        Progress progress = new Progress(System.out);
        Ports ports = Ports.fromEnvironment();
        Stack stack = new Stack(layout, ports, data, progress);
        Thread stop = new Thread(() -> {
            stopping = true;
            progress.say("\nStopping …");
            stack.close();
            progress.say("Stopped.");
        });
        Runtime.getRuntime().addShutdownHook(stop);
        progress.say("Starting the portal; logs are in " + data.resolve("log"));
        stack.start(Map.of());
        if (!empty) {
            stack.loadExamples();
        }
        progress.say(welcome(ports, empty));
        synchronized (stack) {
            try {
                while (stack.isHealthy()) {
                    stack.wait(1000);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        throw new StackException("A part of the stack ended by itself; its log is in " + data.resolve("log") + ".");
    }

    private static String welcome(Ports ports, boolean empty) {
        return """

            The portal is ready.

              Portal          http://localhost:%d/
              Its mails       http://localhost:%d/
              Keycloak        http://localhost:%d/admin/   (%s / %s)

              Example accounts, all with the password %s
            %s
            %s
              Stop with Ctrl-C.
            """.formatted(ports.portal(), ports.mailbox(), ports.keycloak(), Keycloak.ADMIN, Keycloak.ADMIN_PASSWORD,
            ExampleAccounts.PASSWORD, ExampleAccounts.table(), empty ? "  Started without example content.\n" : "");
    }

    private static boolean reset(Path data) {
        System.out.print("Throw away all documents, accounts and mails in " + data + "? Type yes: ");
        System.out.flush();
        Scanner answers = new Scanner(System.in);
        if (!answers.hasNextLine() || !"yes".equalsIgnoreCase(answers.nextLine().strip())) {
            System.out.println("Nothing was changed.");
            return false;
        }
        for (String part : List.of("postgres", "keycloak", "mail", "files", "server", "log", "examples-loaded")) {
            Folders.delete(data.resolve(part));
        }
        return true;
    }

    private static FileChannel lockFile(Path data) throws IOException {
        Files.createDirectories(data);
        return FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}

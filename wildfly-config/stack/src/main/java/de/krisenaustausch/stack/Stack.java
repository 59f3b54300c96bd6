package de.krisenaustausch.stack;

import de.krisenaustausch.stack.examples.ExampleContent;
import de.krisenaustausch.stack.examples.Tokens;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The whole portal on one machine. Started in order: database, mail and directory first, then Keycloak and the portal side by
 * side; closed in the opposite order, also when a start fails half-way.
 */
public final class Stack implements AutoCloseable {

    /** Password of all example accounts. */
    public static final String EXAMPLE_PASSWORD = ExampleAccounts.PASSWORD;
    /** Keycloak's own administrator. */
    public static final String KEYCLOAK_ADMIN = Keycloak.ADMIN;
    public static final String KEYCLOAK_ADMIN_PASSWORD = Keycloak.ADMIN_PASSWORD;
    /** Free disk space without which nothing is started, in bytes. */
    private static final long LEAST_SPACE = 1024L * 1024 * 1024;
    private static final int EXAMPLES_A_LINE = 10;

    private final Layout layout;
    private final Ports ports;
    private final Path data;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Programs programs = new Programs();
    private final Mailbox mailbox;
    private final Directory directory = new Directory();
    private final Portal portal;
    private final Keycloak keycloak;
    private boolean closed;

    /** @param data folder for all that must survive a restart */
    public Stack(Layout layout, Ports ports, Path data, Progress progress) {
        this.layout = layout;
        this.ports = ports;
        this.data = data.toAbsolutePath();
        this.progress = progress;
        this.mailbox = new Mailbox(this.data.resolve("mail"));
        this.portal = new Portal(layout, ports, programs);
        this.keycloak = new Keycloak(layout, ports, programs);
    }

    /**
     * Starts everything and returns when the portal answers.
     *
     * @param environment variables of the portal that replace the usual ones
     * @throws StackException when something does not start; what had started is stopped
     */
    public void start(Map<String, String> environment) {
        try {
            ports.requireFree();
            requireSpace();
            requireOwnPorts();
            progress.step("PostgreSQL", () -> {
                Postgres postgres = new Postgres();
                add(postgres);
                postgres.start(data.resolve("postgres"), ports.postgres());
            });
            progress.step("Mail server", () -> {
                add(mailbox);
                mailbox.start(ports);
            });
            progress.step("Directory", () -> {
                add(directory);
                directory.start(ports.ldap());
            });
            add(programs);
            CompletableFuture<Void> signIn = CompletableFuture.runAsync(() -> progress.step("Keycloak",
                () -> keycloak.start(data.resolve("keycloak"), log("keycloak"))), Stack::inThread);
            CompletableFuture<Void> pages = CompletableFuture.runAsync(() -> progress.step("Portal",
                () -> portal.start(data, log("portal"), environment)), Stack::inThread);
            CompletableFuture.anyOf(failure(signIn), failure(pages), CompletableFuture.allOf(signIn, pages)).join();
            CompletableFuture.allOf(signIn, pages).join();
        } catch (CompletionException failed) {
            close();
            throw failed.getCause() instanceof StackException known ? known : new StackException(String.valueOf(failed.getCause()), failed);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Loads the example content through the portal's REST interface; the second time nothing. */
    public void loadExamples() {
        Path done = data.resolve("examples-loaded");
        if (Files.exists(done)) {
            return;
        }
        progress.step("Example content", () -> ExampleContent.load(portalUrl(), new Tokens(keycloakUrl(), ExampleAccounts.PASSWORD),
            (shared, of) -> {
                if (shared % EXAMPLES_A_LINE == 0 || shared == of) {
                    progress.say("    %d of %d documents".formatted(shared, of));
                }
            }));
        try {
            Files.createFile(done);
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /** Ends the server as a crash would. */
    public void killPortal() {
        portal.program().kill();
    }

    /** Ends the server in good order. */
    public void stopPortal() {
        portal.program().close();
    }

    /** Starts the server again on the same data. */
    public void startPortal(Map<String, String> environment) {
        portal.start(data, log("portal"), environment);
    }

    /** Takes the application off the running server, so that a test can deploy its own. */
    public void withdraw() {
        portal.withdraw();
    }

    /** Stops the mail server, as if it were down; {@link #startMail} brings it back. */
    public void stopMail() {
        mailbox.close();
    }

    public void startMail() {
        mailbox.start(ports);
    }

    /** Stops Keycloak, as if it were down; {@link #startKeycloak} brings it back. */
    public void stopKeycloak() {
        keycloak.program().close();
    }

    /** Starts Keycloak again on the same data, and returns when it answers. */
    public void startKeycloak() {
        keycloak.start(data.resolve("keycloak"), log("keycloak"));
    }

    /** Changes a person in the association's directory, as its keepers would. @param uid her name there */
    public void changeInDirectory(String uid, String attribute, String value) {
        directory.change(uid, attribute, value);
    }

    /** @return all mails that were sent, the first first */
    public List<MimeMessage> mails() {
        return mailbox.messages();
    }

    /** @return the start page's address, without a slash at the end */
    public URI portalUrl() {
        return URI.create(portal.url());
    }

    /** @return Keycloak's address, without a slash at the end */
    public URI keycloakUrl() {
        return URI.create(keycloak.url());
    }

    /** @return the database's address for JDBC, with its administrator's name and password */
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s".formatted(ports.postgres(), Postgres.DATABASE, Postgres.USER, Postgres.PASSWORD);
    }

    public Ports ports() {
        return ports;
    }

    public Path data() {
        return data;
    }

    /** @return process id of the server, for figures */
    public long portalPid() {
        return portal.program().pid();
    }

    /** @return whether all programs still run */
    public boolean isHealthy() {
        return portal.program().isAlive() && keycloak.program().isAlive();
    }

    /** A thread of its own: the common pool's threads know another class loader than a test's. */
    private static void inThread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private static CompletableFuture<Object> failure(CompletableFuture<Void> of) {
        CompletableFuture<Object> failure = new CompletableFuture<>();
        of.whenComplete((done, failed) -> {
            if (failed != null) {
                failure.completeExceptionally(failed);
            }
        });
        return failure;
    }

    /** The realm knows the portal's addresses from its import, so that data stay with the ports that they were made on. */
    private void requireOwnPorts() {
        Path file = data.resolve("port-offset");
        String wanted = String.valueOf(ports.offset());
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, wanted);
            }
            String made = Files.readString(file).strip();
            if (!made.equals(wanted)) {
                throw new StackException("The data in " + data + " were made with KA_PORT_OFFSET=" + made + ", and signing in leads back to those ports: start with that, or name another folder, such as KA_LOCAL_DATA=data2.");
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private void requireSpace() {
        try {
            Files.createDirectories(data);
            if (Files.getFileStore(data).getUsableSpace() < LEAST_SPACE) {
                throw new StackException("There is less than 1 GB free on the disk of " + data + ": make room, then start again.");
            }
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    private StackException unwritable(IOException reason) {
        return new StackException("The folder " + data + " can't be written to: " + reason.getMessage(), reason);
    }

    private Path log(String name) {
        return data.resolve("log").resolve(name + ".log");
    }

    private void add(AutoCloseable part) {
        synchronized (running) {
            if (closed) {
                throw new StackException("Stopped while starting.");
            }
            running.push(part);
        }
    }

    /** Stops what was started, the last first; does nothing the second time. */
    @Override
    public void close() {
        synchronized (running) {
            closed = true;
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception failed) {
                    System.err.println("While stopping: " + failed.getMessage());
                }
            }
        }
    }
}

package de.krisenaustausch.testing;

import de.krisenaustausch.stack.Layout;
import de.krisenaustausch.stack.Ports;
import de.krisenaustausch.stack.Progress;
import de.krisenaustausch.stack.Stack;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One stack for all tests of a run: started when the test run opens, on ports of its own and an empty data folder,
 * stopped when it closes, also after failures. Nothing starts unless the build asks for it ({@code ka.stack}).
 *
 * <p>Whoever writes tests need not wait for it each time: with {@code KA_TEST_STACK=<port offset>} (environment or system
 * property) they use the stack that {@code ./run} started from this folder, and leave it running.
 */
public class TestStack implements LauncherSessionListener {

    private static final int USUAL_OFFSET = 20_000;
    /** The largest file in tests: small, so that trials at the limit are quick. */
    public static final int UPLOAD_MAX_BYTES = 20 * 1024 * 1024;
    /** All tests together register more people than a town hall does in an hour. */
    private static final Map<String, String> ENVIRONMENT = Map.of("KA_UPLOAD_MAX_MB", "20", "KA_EXTRACT_SECONDS", "20", "KA_LIMIT_LETTERS", "1000");

    private static Stack stack;
    private static boolean attached;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("ka.stack") || stack != null) {
            return;
        }
        Layout layout = Layout.find();
        String running = System.getProperty("KA_TEST_STACK", System.getenv().getOrDefault("KA_TEST_STACK", ""));
        if (!running.isEmpty()) {
            Path folder = layout.root().resolve(System.getenv().getOrDefault("KA_LOCAL_DATA", "data"));
            stack = new Stack(layout, new Ports(Integer.parseInt(running)), folder, new Progress(System.out));
            attached = true;
            return;
        }
        Ports ports = new Ports(Integer.parseInt(System.getenv().getOrDefault("KA_TEST_PORT_OFFSET", String.valueOf(USUAL_OFFSET))));
        Path data = layout.root().resolve("ear/target/stack");
        empty(data);
        Stack starting = new Stack(layout, ports, data, new Progress(System.out));
        // also when the build is interrupted
        Runtime.getRuntime().addShutdownHook(new Thread(starting::close));
        starting.start(ENVIRONMENT);
        stack = starting;
        System.setProperty("ka.management.port", String.valueOf(ports.management()));
        System.setProperty("ka.wildfly.home", layout.wildflyHome().toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (stack != null && !attached) {
            stack.close();
        }
    }

    /** @return all mails that the portal sent, the first first */
    static List<MimeMessage> mails() {
        return attached ? kept(get().data().resolve("mail")) : get().mails();
    }

    /** Stops the mail server until {@link Stack#startMail}. @throws IllegalStateException when the stack is another's */
    public static void stopMail() {
        if (attached) {
            throw new IllegalStateException("The mail server of a stack that ./run started can't be stopped: leave KA_TEST_STACK out.");
        }
        get().stopMail();
    }

    /** Stops Keycloak until {@link Stack#startKeycloak}. @throws IllegalStateException when the stack is another's */
    public static void stopKeycloak() {
        if (attached) {
            throw new IllegalStateException("Keycloak of a stack that ./run started can't be stopped: leave KA_TEST_STACK out.");
        }
        get().stopKeycloak();
    }

    /**
     * Ends the portal as a crash would, and starts it again; whoever was signed in is not any more. For drills.
     *
     * @param more environment variables that replace the usual ones
     * @throws IllegalStateException when the stack is another's
     */
    public static void restart(Map<String, String> more) {
        kill();
        start(more);
    }

    /** The first half of {@link #restart}. */
    public static void kill() {
        if (attached) {
            throw new IllegalStateException("The portal of a stack that ./run started can't be killed: leave KA_TEST_STACK out.");
        }
        get().killPortal();
    }

    /** The second half of {@link #restart}. */
    public static void start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(more);
        get().startPortal(environment);
        SessionClient.forgetAll();
    }

    /** @return the running stack @throws IllegalStateException outside of a build that started one */
    public static Stack get() {
        if (stack == null) {
            throw new IllegalStateException("No stack runs: start these tests with ./test, or mvn verify.");
        }
        return stack;
    }

    private static List<MimeMessage> kept(Path folder) {
        List<MimeMessage> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".eml")).sorted().toList()) {
                mails.add(new MimeMessage(null, new ByteArrayInputStream(Files.readAllBytes(file))));
            }
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException("The mails in " + folder + " can't be read.", unreadable);
        }
        return mails;
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

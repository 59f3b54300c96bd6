package de.krisenaustausch.testing;

import de.krisenaustausch.stack.Layout;
import de.krisenaustausch.stack.Ports;
import de.krisenaustausch.stack.Progress;
import de.krisenaustausch.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One stack for all tests of a run: started when the test run opens, on ports of its own and an empty data folder,
 * stopped when it closes, also after failures. Nothing starts unless the build asks for it ({@code ka.stack}).
 */
public class TestStack implements LauncherSessionListener {

    private static final int USUAL_OFFSET = 20_000;

    private static Stack stack;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("ka.stack") || stack != null) {
            return;
        }
        Layout layout = Layout.find();
        Ports ports = new Ports(Integer.parseInt(System.getenv().getOrDefault("KA_TEST_PORT_OFFSET", String.valueOf(USUAL_OFFSET))));
        Path data = layout.root().resolve("ear/target/stack");
        empty(data);
        Stack starting = new Stack(layout, ports, data, new Progress(System.out));
        // also when the build is interrupted
        Runtime.getRuntime().addShutdownHook(new Thread(starting::close));
        starting.start(Map.of());
        stack = starting;
        System.setProperty("ka.management.port", String.valueOf(ports.management()));
        System.setProperty("ka.wildfly.home", layout.wildflyHome().toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (stack != null) {
            stack.close();
        }
    }

    /** @return the running stack @throws IllegalStateException outside of a build that started one */
    public static Stack get() {
        if (stack == null) {
            throw new IllegalStateException("No stack runs: start these tests with ./test, or mvn verify.");
        }
        return stack;
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

package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The least that a Faces page can be, on the same server: twenty rows, no database, no sign-in, no frame. It is deployed for
 * measuring and never part of the portal.
 */
final class BarePages implements AutoCloseable {

    static final String PATH = "/bare/rows.xhtml";
    private static final List<String> FILES = List.of("WEB-INF/web.xml", "WEB-INF/beans.xml", "WEB-INF/jboss-web.xml", "rows.xhtml");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path deployed;

    /** @param deployments folder that the server watches */
    BarePages(Path deployments) {
        this.deployed = deployments.resolve("bare.war");
    }

    /** Puts the page onto the server and waits until it is there. */
    void deploy() {
        Path done = deployed.resolveSibling("bare.war.deployed");
        try {
            Files.deleteIfExists(done);
            Path file = Files.createTempFile("bare", ".war");
            try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(file))) {
                for (String name : FILES) {
                    war.putNextEntry(new ZipEntry(name));
                    copy(name, war);
                }
            }
            Files.move(file, deployed, StandardCopyOption.REPLACE_EXISTING);
            Instant end = Instant.now().plus(PATIENCE);
            while (!Files.exists(done)) {
                if (Instant.now().isAfter(end)) {
                    throw new StackException("The bare page can't be deployed; see the portal's log.");
                }
                Thread.sleep(200);
            }
        } catch (IOException failed) {
            throw new StackException("The bare page can't be deployed: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StackException("Stopped while deploying.", stopped);
        }
    }

    private static void copy(String name, OutputStream to) throws IOException {
        try (InputStream from = BarePages.class.getResourceAsStream("/bench/bare/" + name)) {
            from.transferTo(to);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(deployed);
        } catch (IOException gone) {
            System.err.println("Bare page: " + gone.getMessage());
        }
    }
}

package de.krisenaustausch.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** WildFly with the application. What it writes lies in the data folder; the server that the build made stays as it is. */
final class Portal {

    static final String MAIL_FROM = "portal@krisenaustausch.example";
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final String EAR = "krisenaustausch.ear";

    private final Layout layout;
    private final Ports ports;
    private final Programs programs;
    private Program program;
    private Path data;

    Portal(Layout layout, Ports ports, Programs programs) {
        this.layout = layout;
        this.ports = ports;
        this.programs = programs;
    }

    /**
     * Starts the server and waits for the start page.
     *
     * @param data folder for the server's own data, files and index
     * @param more environment variables that replace the usual ones
     */
    void start(Path data, Path log, Map<String, String> more) {
        this.data = data;
        Path server = data.resolve("server");
        try {
            prepare(server);
            Files.createDirectories(data.resolve("files"));
        } catch (IOException failed) {
            throw new StackException("The server's folder can't be prepared: " + failed.getMessage(), failed);
        }
        Map<String, String> environment = environment(data);
        environment.putAll(more);
        program = programs.start("The portal", log, environment, List.of(
            layout.wildflyHome().resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + server, "-Djboss.http.port=" + ports.portal(),
            "-Djboss.management.http.port=" + ports.management(),
            "-Djboss.bind.address=127.0.0.1", "-Djboss.bind.address.management=127.0.0.1"));
        Path refused = server.resolve("deployments").resolve(EAR + ".failed");
        program.await(URI.create(url() + "/"), PATIENCE, () -> {
            if (Files.exists(refused)) {
                throw new StackException("The application was refused by the server; the log is " + log + reason(log));
            }
        });
    }

    /** Takes the application off the server and waits until it is gone; does nothing the second time. */
    void withdraw() {
        Path deployed = data.resolve("server/deployments").resolve(EAR + ".deployed");
        Path gone = data.resolve("server/deployments").resolve(EAR + ".undeployed");
        try {
            // the server's deployment scanner takes the vanished mark for the wish to undeploy
            if (Files.deleteIfExists(deployed)) {
                program.awaitFile(gone, PATIENCE);
            }
        } catch (IOException failed) {
            throw new StackException("The application can't be taken off the server: " + failed.getMessage(), failed);
        }
    }

    private void prepare(Path server) throws IOException {
        Path source = layout.wildflyHome().resolve("standalone");
        for (String fresh : List.of("configuration", "deployments", "tmp")) {
            Folders.delete(server.resolve(fresh));
        }
        Folders.copy(source.resolve("configuration"), server.resolve("configuration"));
        Path deployments = Files.createDirectories(server.resolve("deployments"));
        Files.copy(layout.ear(), deployments.resolve(EAR), StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, String> environment(Path data) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JBOSS_HOME", layout.wildflyHome().toString());
        environment.put("KA_PUBLIC_URL", url());
        environment.put("KA_DATA_DIR", data.resolve("files").toString());
        environment.put("KA_EXTRACTOR_HOME", layout.extractor().toString());
        environment.put("KA_MAIL_FROM", MAIL_FROM);
        environment.put("KA_DB_HOST", "127.0.0.1");
        environment.put("KA_DB_PORT", String.valueOf(ports.postgres()));
        environment.put("KA_DB_NAME", Postgres.DATABASE);
        environment.put("KA_DB_USER", Postgres.USER);
        environment.put("KA_DB_PASSWORD", Postgres.PASSWORD);
        environment.put("KA_OIDC_URL", "http://localhost:" + ports.keycloak() + "/realms/krisenaustausch");
        environment.put("KA_OIDC_SECRET", Keycloak.SECRET);
        environment.put("KA_SMTP_HOST", "127.0.0.1");
        environment.put("KA_SMTP_PORT", String.valueOf(ports.smtp()));
        environment.put("KA_COOKIE_SECURE", "false");
        environment.put("KA_INTAKE_HOST", "127.0.0.1");
        environment.put("KA_INTAKE_PORT", String.valueOf(ports.imap()));
        environment.put("KA_INTAKE_USER", Mailbox.INTAKE);
        environment.put("KA_INTAKE_PASSWORD", Mailbox.INTAKE);
        environment.put("KA_INTAKE_TLS", "none");
        environment.put("KA_INTAKE_WORDS", "corona=Coronavirus,Corona,Covid-19");
        environment.put("KA_CONVERTER", "auto");
        // who sets a variable wants it, such as a mail server of her own
        System.getenv().forEach((name, value) -> environment.computeIfPresent(name, (known, usual) -> value));
        return environment;
    }

    String url() {
        return "http://localhost:" + ports.portal();
    }

    Program program() {
        return program;
    }

    private static String reason(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("The environment variable") || line.contains("can't be reached (KA_DB"))
                .reduce((first, last) -> last).map(line -> ": " + line.strip()).orElse(".");
        } catch (IOException | RuntimeException unreadable) {
            return ".";
        }
    }
}

package de.krisenaustausch.stack;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with our realm, our theme, the example accounts, and a second realm that stands for an association. They are imported once and kept as a snapshot,
 * since importing takes longer than everything else; a new data folder starts from the snapshot.
 */
final class Keycloak {

    static final String SECRET = "local-stack-only";
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin";
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String DATABASE = "keycloakdb.mv.db";

    private final Layout layout;
    private final Ports ports;
    private final Programs programs;
    private Program program;

    Keycloak(Layout layout, Ports ports, Programs programs) {
        this.layout = layout;
        this.ports = ports;
        this.programs = programs;
    }

    /** @param data folder of the database; made when it is not there */
    void start(Path data, Path log) {
        installTheme();
        if (!Files.exists(data.resolve(DATABASE))) {
            Path snapshot = snapshot(log);
            Folders.copy(snapshot, data);
        }
        program = programs.start("Keycloak", log, environment(data), List.of(script(), "start", "--optimized", "--cache=local",
            "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + ports.keycloak(),
            "--hostname=" + url()));
        program.await(URI.create("http://127.0.0.1:" + ports.keycloak() + "/realms/krisenaustausch"), PATIENCE, () -> { });
    }

    /** @return the address that browsers and the portal use */
    String url() {
        return "http://localhost:" + ports.keycloak();
    }

    Program program() {
        return program;
    }

    private Path snapshot(Path log) {
        String realms = realms();
        Path kept = layout.keycloakSnapshots().resolve(hash(realms + ports.portal() + ports.smtp()));
        if (Files.exists(kept.resolve(DATABASE))) {
            return kept;
        }
        try {
            Path fresh = Files.createTempDirectory(Files.createDirectories(layout.keycloakSnapshots()), "import");
            Path file = Files.writeString(fresh.resolve("realms.json"), realms);
            programs.run("Importing the realms into Keycloak", log.resolveSibling("keycloak-import.log"), environment(fresh),
                List.of(script(), "import", "--optimized", "--file=" + file));
            Files.delete(file);
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
            return kept;
        } catch (IOException failed) {
            throw new StackException("The realms can't be prepared: " + failed.getMessage(), failed);
        }
    }

    private Map<String, String> environment(Path data) {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -Xmx384m -Djava.net.preferIPv4Stack=true");
        environment.put("KC_DB_URL", "jdbc:h2:file:" + data.toAbsolutePath().resolve("keycloakdb") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
        environment.put("KA_PUBLIC_URL", "http://localhost:" + ports.portal());
        environment.put("KA_OIDC_SECRET", SECRET);
        environment.put("KA_SMTP_HOST", "localhost");
        environment.put("KA_SMTP_PORT", String.valueOf(ports.smtp()));
        environment.put("KA_MAIL_FROM", Portal.MAIL_FROM);
        environment.put("KA_LOCAL_LDAP_PORT", String.valueOf(ports.ldap()));
        environment.put("KA_LOCAL_KEYCLOAK_URL", url());
        // the import listens too, at 0.0.0.0:9000 unless it is told otherwise
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(ports.keycloakManagement()));
        // made together with Keycloak's own realm, which is at the import
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        return environment;
    }

    /** The realm as an operator imports it, with what only the local stack has; and the realm that stands for an association's own sign-in. */
    private String realms() {
        JsonObject realm = read("realm/krisenaustausch-realm.json");
        for (String local : List.of("local/example-accounts.json", "local/associations.json", "local/kgst-directory.json")) {
            realm = joined(realm, read(local));
        }
        return Json.createArrayBuilder().add(realm).add(read("local/verband-realm.json")).build().toString();
    }

    /** Objects of the same name become one, arrays are appended, everything else is replaced. */
    private static JsonObject joined(JsonObject first, JsonObject second) {
        JsonObjectBuilder joined = Json.createObjectBuilder(first);
        second.forEach((name, added) -> {
            JsonValue present = first.get(name);
            if (present != null && present.getValueType() == added.getValueType() && added instanceof JsonArray array) {
                JsonArrayBuilder all = Json.createArrayBuilder(present.asJsonArray());
                array.forEach(all::add);
                joined.add(name, all);
            } else if (present instanceof JsonObject object && added instanceof JsonObject more) {
                joined.add(name, joined(object, more));
            } else {
                joined.add(name, added);
            }
        });
        return joined.build();
    }

    private JsonObject read(String file) {
        try (InputStream in = Files.newInputStream(layout.keycloakConfig().resolve(file)); JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException unreadable) {
            throw new StackException("A realm can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The theme, with the files that it has from the portal, so that the look has one source. */
    private void installTheme() {
        Path theme = layout.keycloakHome().resolve("themes/krisenaustausch");
        Folders.copy(layout.keycloakConfig().resolve("themes/krisenaustausch"), theme);
        copy("tokens.css", theme.resolve("login/resources/css"));
        copy("portal.css", theme.resolve("login/resources/css"));
        copy("mark.svg", theme.resolve("login/resources/img"));
        copy("mark.svg", theme.resolve("account/resources/img"));
    }

    private void copy(String look, Path folder) {
        try {
            Files.copy(layout.look().resolve(look), Files.createDirectories(folder).resolve(look), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new StackException("Keycloak's theme can't be installed: " + failed.getMessage(), failed);
        }
    }

    private String script() {
        return layout.keycloakHome().resolve("bin/kc.sh").toString();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

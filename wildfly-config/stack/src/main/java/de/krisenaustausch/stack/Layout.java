package de.krisenaustausch.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build leaves what the stack runs.
 *
 * @param root folder of the project
 */
public record Layout(Path root) {

    /** @return the project that the working directory lies in @throws StackException when it lies in none */
    public static Layout find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("wildfly-config/keycloak"))) {
                return new Layout(folder);
            }
        }
        throw new StackException("Start from the folder of the project.");
    }

    /** @return the configured server */
    public Path wildflyHome() {
        return built("wildfly-config/server/target", "wildfly-");
    }

    Path keycloakHome() {
        return built("wildfly-config/stack/target", "keycloak-26");
    }

    Path keycloakSnapshots() {
        return root.resolve("wildfly-config/stack/target/keycloak-snapshots");
    }

    Path keycloakConfig() {
        return root.resolve("wildfly-config/keycloak");
    }

    /** Style sheets and mark of the portal, which Keycloak's pages wear too. */
    Path look() {
        return root.resolve("web/src/main/webapp/resources/ka");
    }

    Path extractor() {
        return root.resolve("wildfly-config/extractor/target/extractor");
    }

    /** @return the application as the build made it */
    public Path ear() {
        return root.resolve("ear/target/krisenaustausch.ear");
    }

    private Path built(String folder, String prefix) {
        try (var all = Files.list(root.resolve(folder))) {
            return all.filter(path -> path.getFileName().toString().startsWith(prefix) && Files.isDirectory(path)).sorted().findFirst()
                .orElseThrow(() -> new StackException("Nothing is built yet: start with ./run."));
        } catch (java.io.IOException missing) {
            throw new StackException("Nothing is built yet: start with ./run.", missing);
        }
    }
}

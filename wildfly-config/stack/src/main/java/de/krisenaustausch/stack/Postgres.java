package de.krisenaustausch.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL from plain files, its data in a folder of the stack. It runs as an ordinary user also when we are root. */
final class Postgres implements AutoCloseable {

    static final String DATABASE = "krisenaustausch";
    static final String USER = "postgres";
    static final String PASSWORD = "postgres";

    private EmbeddedPostgres server;

    /** @param folder of the data; made when it is not there */
    void start(Path folder, int port) {
        try {
            Files.createDirectories(folder);
            // a stack that was killed leaves its mark behind; the port has been tried, so no server runs on this data
            Files.deleteIfExists(folder.resolve("data").resolve("postmaster.pid"));
            server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                .setCleanDataDirectory(false)
                // the library's own hook would stop the database at Ctrl-C first of all, under the portal's open transactions
                .setRegisterShutdownHook(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "100")
                .setServerConfig("max_prepared_transactions", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("random_page_cost", "1.1")
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()))
                .start();
            createDatabase();
        } catch (IOException | SQLException failed) {
            throw new StackException("PostgreSQL did not start; its log is " + folder.resolve("postgres.log") + ": " + failed.getMessage(), failed);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            if (!statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'").next()) {
                statement.execute("create database " + DATABASE + " encoding 'UTF8'");
            }
        }
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException alreadyGone) {
                System.err.println("PostgreSQL: " + alreadyGone.getMessage());
            }
        }
    }
}

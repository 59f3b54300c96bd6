package de.krisenaustausch.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL of a test run: started by the first test that asks, on the loopback interface and a free port,
 * stopped when the run ends, however it ends. Its schema is what the migrations make of an empty database, and the
 * persistence unit is that of the EAR, but for the transactions, which are local.
 */
@SuppressWarnings("deprecation") // JUnit's CloseableResource is what closes at the end of the run in every 5.x
public final class TestDatabase implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final String NAME = "krisenaustausch";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final DataSource dataSource;
    private final EntityManagerFactory factory;

    private TestDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                // the poorest there is: German must come from the schema
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("max_prepared_transactions", "20")
                .setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "off").setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_buffers", "128MB").setServerConfig("autovacuum", "off").setServerConfig("jit", "off")
                .setErrorRedirector(Redirect.DISCARD).setOutputRedirector(Redirect.DISCARD)
                .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try {
            dataSource = create(NAME);
            flyway(dataSource).migrate();
            factory = factory(dataSource);
        } catch (RuntimeException failed) {
            stop(failed);
            throw failed;
        }
    }

    /** @return the database of this run, started if it is not there yet */
    static TestDatabase of(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(TestDatabase.class, any -> new TestDatabase(), TestDatabase.class);
    }

    /** @return migrations as the portal runs them */
    public static Flyway flyway(DataSource dataSource) {
        return Flyway.configure().dataSource(dataSource).load();
    }

    /** @return the portal's persistence unit on this database */
    public static EntityManagerFactory factory(DataSource dataSource) {
        return Persistence.createEntityManagerFactory("krisenaustausch", Map.of(
            "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
            "jakarta.persistence.nonJtaDataSource", dataSource,
            "eclipselink.session-name", "test" + NEXT.incrementAndGet(),
            "eclipselink.session.customizer", Statements.class.getName(),
            "eclipselink.logging.level", "OFF"));
    }

    /** @return an empty database of its own on the same server, for tests of the schema itself */
    public DataSource empty() {
        return create("empty" + NEXT.incrementAndGet());
    }

    /** @return the migrated database that all tests share */
    public DataSource dataSource() {
        return dataSource;
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    private DataSource create(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {server.getPort()});
        source.setDatabaseName(name);
        source.setUser("postgres");
        return source;
    }

    private void stop(RuntimeException failed) {
        try {
            server.close();
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    @Override
    public void close() throws IOException {
        factory.close();
        server.close();
    }
}

package de.krisenaustausch.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The first thing that runs: checks the configuration, waits for the database, and migrates its schema before any
 * entity is touched. Whoever needs the schema at start depends on this bean ({@code @DependsOn("Startup")}).
 */
@Singleton(name = "Startup")
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());
    /** Below the server's deployment time-out of 300 s, so that our sentence is the last word and not the server's. */
    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    @Inject
    private Configuration configuration;

    @Resource(lookup = "java:/jdbc/krisenaustausch")
    private DataSource dataSource;

    @PostConstruct
    void start() {
        configuration.check();
        awaitDatabase();
        Flyway.configure().dataSource(dataSource).load().migrate();
        if (configuration.clamd().isEmpty()) {
            LOG.warning("No malware scanner is configured (KA_CLAMD): files are given out unchecked, and the pages say so.");
        }
    }

    private void awaitDatabase() {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = dataSource.getConnection();
                 Statement statement = connection.createStatement();
                 ResultSet row = statement.executeQuery("show max_prepared_transactions")) {
                row.next();
                if (row.getInt(1) == 0) {
                    throw new ConfigurationException("PostgreSQL's max_prepared_transactions is 0, but must be greater: "
                        + "documents and their messages are committed together.");
                }
                return;
            } catch (SQLException unreachable) {
                if (Instant.now().isAfter(end)) {
                    throw new ConfigurationException("The database can't be reached (KA_DB_HOST, KA_DB_PORT, KA_DB_NAME, KA_DB_USER, KA_DB_PASSWORD): "
                        + unreachable.getMessage());
                }
                LOG.log(Level.WARNING, "The database can''t be reached, trying again: {0}", unreachable.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}

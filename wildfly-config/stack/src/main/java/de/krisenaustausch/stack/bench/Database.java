package de.krisenaustausch.stack.bench;

import de.krisenaustausch.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks into the portal's database, and counts the statements it is asked; writes nothing into it. */
final class Database implements AutoCloseable {

    private static final Pattern STATEMENT = Pattern.compile(".*(?:execute [^:]*|statement): (?!BEGIN|COMMIT|ROLLBACK|PREPARE|SET).*");

    private final Connection connection;
    private final Path log;

    /** @param log of the server */
    Database(String url, Path log) {
        this.log = log;
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException failed) {
            throw new StackException("The database does not answer: " + failed.getMessage(), failed);
        }
    }

    /** @return how many rows there are; {@code from} goes behind "from" */
    long count(String from) {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failed) {
            throw new StackException("The database fails: " + failed.getMessage(), failed);
        }
    }

    /** Whether commits wait for the disk: not while a corpus is loaded, which can be made again. */
    void waitsForDisk(boolean on) {
        set("fsync", on ? "on" : "off");
        if (on) {
            execute("checkpoint");
        }
    }

    /** Brings the planner's figures up to date, as a night's maintenance would. */
    void maintain() {
        execute("vacuum analyze");
    }

    /** @return how many statements the portal sent while the work was done, transactions' begins and ends not counted */
    long statements(Runnable work) {
        set("log_statement", "all");
        long before = logged();
        work.run();
        set("log_statement", "none");
        return logged() - before;
    }

    private long logged() {
        try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> STATEMENT.matcher(line).matches()).filter(line -> !line.contains("alter system") && !line.contains("pg_reload_conf")).count();
        } catch (IOException unreadable) {
            throw new StackException("The database's log can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private void set(String name, String value) {
        execute("alter system set " + name + " = '" + value + "'");
        execute("select pg_reload_conf()");
        try {
            // the server's processes hear of it between two statements
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new StackException("The database fails: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            System.err.println("Database: " + gone.getMessage());
        }
    }
}

package de.krisenaustausch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Migrations run whole or not at all, and a start after a crash goes on where the last whole one ended. */
@ExtendWith(DatabaseTest.Resolver.class)
class MigrationTest {

    private static final String TABLES = """
        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns
        where table_schema = 'public' order by 1""";
    private static final String INDEXES = "select indexdef from pg_indexes where schemaname = 'public' order by 1";
    private static final String HISTORY = "select version || ' ' || script || ' ' || success from flyway_schema_history order by installed_rank";

    @Test
    void theSecondStartChangesNothing(TestDatabase database) {
        DataSource empty = database.empty();
        assertThat(TestDatabase.flyway(empty).migrate().migrationsExecuted).isEqualTo(TestDatabase.flyway(empty).info().all().length);
        List<String> before = everything(empty);

        assertThat(TestDatabase.flyway(empty).migrate().migrationsExecuted).isZero();
        assertThat(everything(empty)).isEqualTo(before);
    }

    /** The connection breaks in the middle of each migration in turn, as it does when server or database are killed. */
    @Test
    void aStartThatDiedInAnyMigrationLeavesNothingHalf(TestDatabase database) {
        List<String> wanted = everything(database.dataSource());
        int steps = TestDatabase.flyway(database.dataSource()).info().all().length;

        for (int dying = 0; dying < steps; dying++) {
            DataSource empty = database.empty();
            Flyway killed = configuration(empty).callbacks(new DiesIn(dying)).load();
            assertThatThrownBy(killed::migrate).isInstanceOf(FlywayException.class);
            assertThat(TestDatabase.flyway(empty).info().applied()).hasSize(dying).allMatch(step -> step.getState().isApplied() && !step.getState().isFailed());

            assertThat(TestDatabase.flyway(empty).migrate().migrationsExecuted).isEqualTo(steps - dying);
            assertThat(everything(empty)).isEqualTo(wanted);
        }
    }

    /** What is in production stays when the schema moves on: each version's rows survive all that come after it. */
    @Test
    void aDocumentOfTheFirstSchemaKeepsItsNewestVersion(TestDatabase database) throws SQLException {
        DataSource empty = database.empty();
        configuration(empty).target("2").load().migrate();
        execute(empty, """
            insert into municipality (id, version, name, kind, state, population, size_class) values (1, 1, 'Stadt Ulm', 'CITY', 'BW', 126000, 'GK3');
            insert into association (id, version, slug, short_name, name) values (2, 1, 'kgst', 'KGSt', 'KGSt');
            insert into space (id, version, slug, name, purpose, association_id, visibility, created_at) values (3, 1, 'corona', 'Corona', 'Hilfe', 2, 'ALL_MEMBERS', now());
            insert into member (id, version, subject, email, municipality_id, blocked, created_at) values (4, 1, 's', 'a@example.org', 1, false, now());
            insert into document (id, version, space_id, title, type_id, reuse, municipality_id, shared_by_id, shared_at)
              values (5, 1, 3, 'Anweisung', -1, 'FREE', 1, 4, now());
            insert into document_version (id, version, document_id, number, file_name, size_bytes, sha256, media_type, kind, uploaded_by_id,
                municipality_id, uploaded_at, check_state, text_state, page_count, preview_count, real_pages)
              select 5 + n, 1, 5, n, 'a.pdf', 1, repeat('a', 64), 'application/pdf', 'PDF', 4, 1, now(), 'CLEAN', 'SEARCHABLE', 1, 0, true
              from generate_series(1, 2) n;
            update document set current_version_id = 7 where id = 5""");

        TestDatabase.flyway(empty).migrate();

        assertThat(select(empty, "select id || ' of ' || current_of_id from document_version where current_of_id is not null")).containsExactly("7 of 5");
        assertThat(select(empty, "select version_count::text from document")).containsExactly("2");
    }

    private static FluentConfiguration configuration(DataSource dataSource) {
        return Flyway.configure().dataSource(dataSource);
    }

    private static List<String> everything(DataSource dataSource) {
        List<String> all = new ArrayList<>(select(dataSource, TABLES));
        all.addAll(select(dataSource, INDEXES));
        all.addAll(select(dataSource, HISTORY));
        return all;
    }

    private static List<String> select(DataSource dataSource, String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Kills the migration's own connection after its first statement. */
    private static final class DiesIn implements Callback {

        private final int step;
        private int migration = -1;

        DiesIn(int step) {
            this.step = step;
        }

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE_STATEMENT;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            if (event == Event.BEFORE_EACH_MIGRATE) {
                migration++;
            } else if (migration == step) {
                try (Statement statement = context.getConnection().createStatement()) {
                    statement.execute("select pg_terminate_backend(pg_backend_pid())");
                } catch (SQLException expected) {
                    return;
                }
            }
        }

        @Override
        public String getCallbackName() {
            return "dies";
        }
    }
}

package de.krisenaustausch.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks past the portal into its database: what trials must know that no page tells. */
public final class Database {

    private Database() {
    }

    /** @return a value that changes when a row does; what the portal goes on with by itself after a request is left out */
    public static String fingerprint() {
        List<String> tables = column("select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' "
            + "and table_name not in ('flyway_schema_history', 'document_version', 'document_passage', 'delivery', 'single_mail') order by 1");
        return column(tables.stream().map(table -> "select '" + table + " ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")
            .collect(Collectors.joining(" union all ")) + " order by 1").toString();
    }

    /** @return the first column of what a query finds, as text */
    public static List<String> column(String sql, Object... parameters) {
        try (Connection connection = open(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @return how many rows a change has met */
    public static int change(String sql, Object... parameters) {
        try (Connection connection = open(); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + TestStack.get().ports().postgres() + "/krisenaustausch", "postgres", "postgres");
    }
}

package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A copy of all tables, in a schema beside them, for when an upgrade turns out to be a mistake. It is made whole or
 * not at all, and takes the place of one that an earlier attempt at the same upgrade left.
 */
final class PostgresBackup {
    private static final System.Logger LOG = System.getLogger("au.pip.store.jdbc");

    private final PostgresAddress address;
    private final Connection connection;

    PostgresBackup(PostgresAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /** @param next the version that the tables are about to have */
    void make(String next) {
        String schema = "pip_before_v" + next;
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
                statement.execute("CREATE SCHEMA " + schema);
                for (String table : tables(statement)) {
                    statement.execute("CREATE TABLE " + schema + "." + table + " AS TABLE " + table);
                }
                connection.commit();
            } finally {
                // Rolls back what was not committed.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new StoreException(
                    address + " could not be backed up before its upgrade, so nothing was changed. "
                            + PostgresFailure.explained(address, failure).getMessage(),
                    failure);
        }
        LOG.log(
                System.Logger.Level.INFO,
                address + " is being upgraded; what it held is in its schema " + schema
                        + ", which may be dropped once all is well.");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("""
                SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename
                """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}

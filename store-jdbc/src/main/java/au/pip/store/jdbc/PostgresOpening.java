package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.flywaydb.core.api.FlywayException;

/** Opens a PostgreSQL database: looks at it first, and changes it only when it is ours or empty. */
final class PostgresOpening {
    private static final int OLDEST = 15;
    private static final int CONNECTIONS = 16;
    /** Beside these, for leases: a node has to tell that it lives also while all others wait for one row. */
    private static final int URGENT = 2;
    /** Seconds. A server that has gone without a word ends a call after that, instead of never. */
    private static final String LONGEST_SILENCE = "60";
    /** "Pip1": who holds it migrates. */
    private static final int MIGRATING = 0x50697031;

    /** What is acknowledged is on the server's disk, also where its settings say that it need not be. */
    private static final String DURABLE = """
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """;

    /**
     * A node that stops in the middle of a transaction, paused or cut off, holds its rows from all others for half a
     * minute and no longer.
     */
    private static final String BOUNDED = """
            SELECT set_config('idle_in_transaction_session_timeout', '30s', false), set_config('lock_timeout', '10s', false)
            """;

    private final PostgresAddress address;
    private final int oldest;
    private final boolean upgrade;

    private PostgresOpening(PostgresAddress address, int oldest, boolean upgrade) {
        this.address = address;
        this.oldest = oldest;
        this.upgrade = upgrade;
    }

    static Database open(String url) {
        return open(PostgresAddress.of(url), OLDEST, true);
    }

    /** Makes no tables and upgrades none: those there have to be this version's. */
    static Database openAsItIs(String url) {
        return open(PostgresAddress.of(url), OLDEST, false);
    }

    /** @param oldest the version that the server has to have at least */
    static Database open(PostgresAddress address, int oldest) {
        return open(address, oldest, true);
    }

    private static Database open(PostgresAddress address, int oldest, boolean upgrade) {
        return OwnThread.call(() -> {
            try {
                PostgresOpening opening = new PostgresOpening(address, oldest, upgrade);
                opening.prepare();
                return PostgresDatabase.of(address, opening.pool(), URGENT);
            } catch (SQLException | FlywayException failure) {
                throw PostgresFailure.explained(address, failure);
            }
        });
    }

    private void prepare() throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), address.properties());
                Statement statement = connection.createStatement()) {
            requireFitServer(statement);
            Schema schema = new Schema(address.toString(), new KeptConnection(connection), Dialect.POSTGRESQL);
            if (!schema.isUpToDate()) {
                if (!upgrade) {
                    throw schema.notUpToDate("in a schema beside them");
                }
                bringUpToDate(connection, statement, schema);
            }
        }
    }

    private void requireFitServer(Statement statement) throws SQLException {
        int version = Integer.parseInt(text(statement, "SHOW server_version_num")) / 10_000;
        if (version < oldest) {
            throw refused("PostgreSQL on " + address.server() + " is version " + version + ": Pip needs " + oldest
                    + " or newer, so upgrade the server or name another.");
        }
        String encoding = text(statement, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw refused(address + " keeps texts in " + encoding
                    + ", which has no room for every character: make one with ENCODING 'UTF8'.");
        }
        if (text(statement, "SELECT pg_is_in_recovery()").equals("t")
                || text(statement, "SHOW transaction_read_only").equals("on")) {
            throw refused(address + " may only be read, as a standby is: name the primary server.");
        }
    }

    /** One node at a time; the others find it done. A node that is killed gives the lock back, and left nothing half. */
    private void bringUpToDate(Connection connection, Statement statement, Schema schema) throws SQLException {
        statement.execute("SET lock_timeout = '10min'");
        statement.execute("SELECT pg_advisory_lock(" + MIGRATING + ")");
        statement.execute("SET lock_timeout = DEFAULT");
        if (schema.isUpToDate()) {
            return;
        }
        if (schema.version().isEmpty() && !isEmpty(statement)) {
            throw refused(address + " holds another program's tables: name an empty database.");
        }
        if (schema.version().isPresent()) {
            new PostgresBackup(address, connection).make(schema.next());
        }
        schema.bringUpToDate();
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        return text(statement, """
                SELECT COUNT(*) FROM pg_class
                WHERE relnamespace = to_regnamespace(current_schema()) AND relkind IN ('r', 'p', 'v', 'm', 'f')
                    AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
                """).equals("0");
    }

    private HikariDataSource pool() {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("pip-postgresql");
        pool.setJdbcUrl(address.url());
        Properties properties = address.properties();
        properties.putIfAbsent("socketTimeout", LONGEST_SILENCE);
        pool.setDataSourceProperties(properties);
        pool.setMaximumPoolSize(CONNECTIONS + URGENT);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        pool.setConnectionInitSql(DURABLE + ";" + BOUNDED);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static StoreException refused(String sentence) {
        return new StoreException(sentence, new SQLException(sentence));
    }
}

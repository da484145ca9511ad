package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/** Opens a SQLite file: looks at it first, and changes it only when it is ours or empty. */
final class SqliteOpening {
    /** "Pip1" in the file's header says whose database it is (https://www.sqlite.org/fileformat2.html#application_id). */
    private static final int PIP = 0x50697031;

    private final SqliteFile file;
    private final Duration patience;

    private SqliteOpening(SqliteFile file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /** @param patience how long to wait for another process that has the database locked */
    static Database open(Path given, Duration patience) {
        SqliteFile file = SqliteFile.ready(given);
        try {
            SqliteOpening opening = new SqliteOpening(file, patience);
            return opening.opened(opening::prepare);
        } catch (SQLException | FlywayException | StoreException failure) {
            // A file that another process has locked has become that one's too.
            if (!SqliteFailure.passes(failure)) {
                file.unmake();
            }
            throw SqliteFailure.explained(file.path(), failure);
        }
    }

    /**
     * Makes no file and no tables and upgrades none: those there have to be this version's.
     *
     * @param patience how long to wait for another process that has the database locked
     */
    static Database openAsItIs(Path given, Duration patience) {
        SqliteFile file = SqliteFile.there(given);
        try {
            SqliteOpening opening = new SqliteOpening(file, patience);
            opening.requireUpToDate();
            return opening.opened(SqliteOpening::joinWriteAheadLog);
        } catch (SQLException | FlywayException failure) {
            throw SqliteFailure.explained(file.path(), failure);
        }
    }

    /** A log that is beside the file stays there: only a connection that may write would fold it into the file. */
    private void requireUpToDate() throws SQLException {
        SQLiteDataSource source = file.hasLog() ? file.reading(busyMilliseconds()) : file.writing(busyMilliseconds());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            owner(statement);
            Schema schema = schema(new KeptConnection(connection));
            if (!schema.isUpToDate()) {
                throw schema.notUpToDate("beside the file");
            }
        }
    }

    private Schema schema(DataSource source) {
        return new Schema("The database " + file.path(), source, Dialect.SQLITE);
    }

    private int busyMilliseconds() {
        return Math.toIntExact(patience.toMillis());
    }

    private interface Preparation {
        void of(Connection writing) throws SQLException;
    }

    private Database opened(Preparation preparation) throws SQLException {
        Connection writing = file.writing(busyMilliseconds()).getConnection();
        boolean opened = false;
        try {
            preparation.of(writing);
            Database database = SqliteDatabase.of(file.path(), writing, file.reading(busyMilliseconds()));
            opened = true;
            return database;
        } finally {
            if (!opened) {
                writing.close();
            }
        }
    }

    /** Tries again while another process is making the same database. */
    private void prepare(Connection connection) throws SQLException {
        Schema schema = schema(file.writing(busyMilliseconds()));
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                prepareOnce(connection, schema);
                return;
            } catch (SQLException | FlywayException failure) {
                if (!SqliteFailure.passes(failure) || System.nanoTime() - deadline > 0) {
                    throw failure;
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private void prepareOnce(Connection connection, Schema schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int owner = owner(statement);
            boolean upToDate = schema.isUpToDate();
            if (owner != PIP) {
                statement.execute("PRAGMA application_id = " + PIP);
            }
            useWriteAheadLog(statement);
            if (!upToDate) {
                schema.version().ifPresent(new SqliteBackup(file, connection)::make);
                schema.bringUpToDate();
            }
        }
        joinWriteAheadLog(connection);
    }

    /** Whose database it is by its header: ours, or nobody's as long as it is empty. */
    private int owner(Statement statement) throws SQLException {
        boolean empty = integer(statement, "SELECT COUNT(*) FROM sqlite_schema") == 0;
        int owner = integer(statement, "PRAGMA application_id");
        if (owner != PIP && (owner != 0 || !empty)) {
            String sentence = file.path() + " is another program's database: name another file.";
            throw new StoreException(sentence, new SQLException("application_id is " + owner));
        }
        return owner;
    }

    private void useWriteAheadLog(Statement statement) throws SQLException {
        try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            if (!mode.next() || !"wal".equals(mode.getString(1))) {
                String sentence = "The disk that holds " + file.path() + " cannot share memory between programs, which"
                        + " the database needs: name a file on a local disk.";
                throw new StoreException(sentence, new SQLException("journal_mode stays as it was"));
            }
        }
    }

    /**
     * A connection joins the log when it first reads. One that has not joined cannot fold the log into the file when
     * it is closed, and the log would stay beside it.
     */
    private static void joinWriteAheadLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            integer(statement, "SELECT COUNT(*) FROM sqlite_schema");
        }
    }

    private static int integer(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}

package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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
            return new SqliteOpening(file, patience).opened();
        } catch (SQLException | FlywayException | StoreException failure) {
            // A file that another process has locked has become that one's too.
            if (!SqliteFailure.passes(failure)) {
                file.unmake();
            }
            throw SqliteFailure.explained(file.path(), failure);
        }
    }

    private Database opened() throws SQLException {
        int busyMilliseconds = Math.toIntExact(patience.toMillis());
        SQLiteDataSource source = file.writing(busyMilliseconds);
        Connection writing = source.getConnection();
        boolean opened = false;
        try {
            prepare(writing, new Schema("The database " + file.path(), source, Dialect.SQLITE));
            Database database = SqliteDatabase.of(file.path(), writing, file.reading(busyMilliseconds));
            opened = true;
            return database;
        } finally {
            if (!opened) {
                writing.close();
            }
        }
    }

    /** Tries again while another process is making the same database. */
    private void prepare(Connection connection, Schema schema) throws SQLException {
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
            boolean empty = integer(statement, "SELECT COUNT(*) FROM sqlite_schema") == 0;
            int owner = integer(statement, "PRAGMA application_id");
            if (owner != PIP && (owner != 0 || !empty)) {
                String sentence = file.path() + " is another program's database: name another file.";
                throw new StoreException(sentence, new SQLException("application_id is " + owner));
            }
            boolean upToDate = schema.isUpToDate();
            if (owner != PIP) {
                statement.execute("PRAGMA application_id = " + PIP);
            }
            useWriteAheadLog(statement);
            if (!upToDate) {
                schema.version().ifPresent(new SqliteBackup(file, connection)::make);
                schema.bringUpToDate();
            }
            joinWriteAheadLog(statement);
        }
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
    private static void joinWriteAheadLog(Statement statement) throws SQLException {
        integer(statement, "SELECT COUNT(*) FROM sqlite_schema");
    }

    private static int integer(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}

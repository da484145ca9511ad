package au.pip.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One connection that writes and a few that read. Callers queue in Java, in the order they came, and not inside
 * SQLite: a virtual thread that waits in native code keeps its carrier from all others.
 */
final class SqliteDatabase implements Database {
    private static final int READERS = 4;

    private final Path file;
    private final SqliteWriter writer;
    /** Whoever has a seat finds a reader here; the one that was used last comes first, as it has the most at hand. */
    private final ConcurrentLinkedDeque<Handle> readers = new ConcurrentLinkedDeque<>();

    private final Semaphore seats = new Semaphore(READERS, true);
    private volatile boolean closed;

    private SqliteDatabase(Path file, SqliteWriter writer, List<Handle> readers) {
        this.file = file;
        this.writer = writer;
        this.readers.addAll(readers);
    }

    /** Owns the connection from now on, unless it throws. */
    static SqliteDatabase of(Path file, Connection writing, DataSource reading) throws SQLException {
        List<Handle> readers = new ArrayList<>();
        try {
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(handle(reading.getConnection()));
            }
        } catch (SQLException failure) {
            readers.forEach(Handle::close);
            throw failure;
        }
        return new SqliteDatabase(file, new SqliteWriter(file, handle(writing)), readers);
    }

    private static Handle handle(Connection connection) {
        Jdbi jdbi = Dialect.SQLITE.speaking(Jdbi.create(() -> connection));
        jdbi.setStatementBuilderFactory(_ -> new KeptStatements());
        return jdbi.open();
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        return seated(work::withHandle);
    }

    @Override
    public <T> T readMoment(HandleCallback<T, RuntimeException> work) {
        return seated(handle -> {
            execute(handle, "BEGIN");
            try {
                return work.withHandle(handle);
            } finally {
                end(handle);
            }
        });
    }

    private static void end(Handle reader) {
        try {
            execute(reader, "ROLLBACK");
        } catch (SQLException ended) {
            // SQLite has ended the transaction by itself; why, the failure on its way says.
        }
    }

    private static void execute(Handle handle, String statement) throws SQLException {
        try (Statement plain = handle.getConnection().createStatement()) {
            plain.execute(statement);
        }
    }

    private <T> T seated(Reading<T> work) {
        seats.acquireUninterruptibly();
        try {
            if (closed) {
                throw SqliteWriter.closed(file);
            }
            Handle reader = readers.removeFirst();
            try {
                return work.with(reader);
            } finally {
                readers.addFirst(reader);
            }
        } catch (JdbiException | SQLException failure) {
            throw SqliteFailure.explained(file, failure);
        } finally {
            seats.release();
        }
    }

    private interface Reading<T> {
        T with(Handle handle) throws SQLException;
    }

    @Override
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        return writer.write(work);
    }

    /** Readers go first, so that the writer is the last one out and folds the write-ahead log into the file. */
    @Override
    public void close() {
        seats.acquireUninterruptibly(READERS);
        try {
            closed = true;
            for (Handle reader = readers.poll(); reader != null; reader = readers.poll()) {
                reader.close();
            }
        } catch (JdbiException failure) {
            throw SqliteFailure.explained(file, failure);
        } finally {
            seats.release(READERS);
            writer.close();
        }
    }
}

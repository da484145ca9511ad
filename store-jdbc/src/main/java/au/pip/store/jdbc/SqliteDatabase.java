package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Connection writing;
    private final Jdbi writer;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final HikariDataSource reading;
    private final Jdbi reader;
    private final Semaphore seats = new Semaphore(READERS, true);
    private volatile boolean closed;

    /** Owns the connection from now on. */
    SqliteDatabase(Path file, Connection writing, DataSource reading) {
        this.file = file;
        this.writing = writing;
        this.writer = dialect().speaking(Jdbi.create(writing));
        this.reading = new HikariDataSource(pool(reading));
        this.reader = dialect().speaking(Jdbi.create(this.reading));
    }

    private static HikariConfig pool(DataSource reading) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("pip-readers");
        pool.setDataSource(reading);
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(READERS);
        pool.setMaxLifetime(0);
        pool.setKeepaliveTime(0);
        return pool;
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
        return seated(handle -> transact(handle, "BEGIN", work));
    }

    private <T> T seated(Reading<T> work) {
        seats.acquireUninterruptibly();
        boolean interrupted = Thread.interrupted();
        try {
            requireOpen();
            try (Handle handle = reader.open()) {
                return work.with(handle);
            }
        } catch (JdbiException | SQLException failure) {
            throw SqliteFailure.explained(file, failure);
        } finally {
            seats.release();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        turn.lock();
        try {
            requireOpen();
            try (Handle handle = writer.open()) {
                return transact(handle, "BEGIN IMMEDIATE", work);
            }
        } catch (JdbiException | SQLException failure) {
            throw SqliteFailure.explained(file, failure);
        } finally {
            turn.unlock();
        }
    }

    /**
     * In SQL and not through the driver's own transactions: these begin the next one inside the commit of the last,
     * so a commit that was done could fail for want of a lock.
     */
    private static <T> T transact(Handle handle, String begin, HandleCallback<T, RuntimeException> work)
            throws SQLException {
        execute(handle, begin);
        boolean committed = false;
        try {
            T result = work.withHandle(handle);
            execute(handle, "COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack(handle);
            }
        }
    }

    private static void rollBack(Handle handle) {
        try {
            execute(handle, "ROLLBACK");
        } catch (SQLException gone) {
            // SQLite has rolled back by itself, as it does when the disk is full; the first failure is on its way.
        }
    }

    private static void execute(Handle handle, String statement) throws SQLException {
        try (Statement plain = handle.getConnection().createStatement()) {
            plain.execute(statement);
        }
    }

    private interface Reading<T> {
        T with(Handle handle) throws SQLException;
    }

    private void requireOpen() {
        if (closed) {
            String sentence = "The database " + file + " is closed: Pip is stopping.";
            throw new StoreException(sentence, new IllegalStateException(sentence));
        }
    }

    /** Readers go first, so that the writer is the last one out and folds the write-ahead log into the file. */
    @Override
    public void close() {
        turn.lock();
        seats.acquireUninterruptibly(READERS);
        try {
            if (closed) {
                return;
            }
            closed = true;
            reading.close();
            writing.close();
        } catch (SQLException failure) {
            throw SqliteFailure.explained(file, failure);
        } finally {
            seats.release(READERS);
            turn.unlock();
        }
    }
}

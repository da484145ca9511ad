package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections to a PostgreSQL server. Transactions are READ COMMITTED: whoever is to see no change of a row
 * reads it {@code <locked>}, and what two make at once a unique index refuses to one of them, who then tries again.
 */
final class PostgresDatabase implements Database {
    private static final int TRIES = 10;

    private final PostgresAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final int connections;
    private final Semaphore seats;
    private final @Nullable PostgresDatabase urgent;
    private volatile boolean closed;

    private PostgresDatabase(
            PostgresAddress address,
            HikariDataSource pool,
            Jdbi jdbi,
            int connections,
            @Nullable PostgresDatabase urgent) {
        this.address = address;
        this.pool = pool;
        this.jdbi = jdbi;
        this.connections = connections;
        this.seats = new Semaphore(connections, true);
        this.urgent = urgent;
    }

    /**
     * Owns the pool from now on.
     *
     * @param urgent how many of its connections are kept for what is urgent
     */
    static PostgresDatabase of(PostgresAddress address, HikariDataSource pool, int urgent) {
        Jdbi jdbi = Dialect.POSTGRESQL.speaking(Jdbi.create(pool));
        return new PostgresDatabase(
                address,
                pool,
                jdbi,
                pool.getMaximumPoolSize() - urgent,
                new PostgresDatabase(address, pool, jdbi, urgent, null));
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public Database urgent() {
        return urgent == null ? this : urgent;
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        return seated(work::withHandle);
    }

    @Override
    public <T> T readMoment(HandleCallback<T, RuntimeException> work) {
        return seated(handle -> handle.inTransaction(reading -> {
            reading.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            // It locks no row, and whoever takes what is read may be slow.
            reading.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            return work.withHandle(reading);
        }));
    }

    @Override
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        return seated(handle -> {
            for (int tried = 1; ; tried++) {
                try {
                    return handle.inTransaction(work);
                } catch (JdbiException failure) {
                    if (tried == TRIES || !PostgresFailure.passes(failure)) {
                        throw failure;
                    }
                }
                LockSupport.parkNanos(ThreadLocalRandom.current()
                        .nextLong(Duration.ofMillis(1).toNanos() * tried));
            }
        });
    }

    private <T> T seated(Function<Handle, T> work) {
        return OwnThread.call(() -> {
            seats.acquireUninterruptibly();
            try {
                requireOpen();
                try (Handle handle = jdbi.open()) {
                    return work.apply(handle);
                }
            } catch (JdbiException failure) {
                throw PostgresFailure.explained(address, failure);
            } finally {
                seats.release();
            }
        });
    }

    private void requireOpen() {
        if (closed) {
            String sentence = address + " is closed: Pip is stopping.";
            throw new StoreException(sentence, new IllegalStateException(sentence));
        }
    }

    @Override
    public void close() {
        OwnThread.call(() -> {
            seats.acquireUninterruptibly(connections);
            try {
                closed = true;
                if (urgent == null) {
                    return closed;
                }
                urgent.close();
                pool.close();
            } finally {
                seats.release(connections);
            }
            return closed;
        });
    }
}

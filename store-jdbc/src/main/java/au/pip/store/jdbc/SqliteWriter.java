package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Does the writes of a SQLite database one after another. A write that finds nobody at it is done by its own thread.
 * Others are done by one thread, in the order they came, and those that wait at the same time are committed together,
 * so that the disk is waited for once; each is acknowledged only then. That thread is the operating system's: a virtual
 * one that waits for the disk inside SQLite keeps its carrier from all others.
 */
final class SqliteWriter implements AutoCloseable {
    private static final int MOST_TOGETHER = 64;

    private final Path file;
    private final Handle handle;
    private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    /** Whoever has it uses the handle. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Object order = new Object();
    private boolean closing;

    /** Owns the handle from now on. */
    SqliteWriter(Path file, Handle handle) {
        this.file = file;
        this.handle = handle;
        Thread.ofPlatform().daemon().name("pip-writer").start(this::work);
    }

    /**
     * Waits until the disk has what {@code work} wrote.
     *
     * @throws StoreException when it could not be written
     */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        Write<T> write = new Write<>(work);
        if (waiting.isEmpty() && !turn.hasQueuedThreads() && turn.tryLock()) {
            try {
                requireOpen();
                commit(List.of(write));
            } finally {
                turn.unlock();
            }
        } else {
            synchronized (order) {
                requireOpen();
                waiting.add(write);
            }
        }
        return OwnThread.outcome(write.done);
    }

    private void requireOpen() {
        synchronized (order) {
            if (closing) {
                throw closed(file);
            }
        }
    }

    static StoreException closed(Path file) {
        String sentence = "The database " + file + " is closed: Pip is stopping.";
        return new StoreException(sentence, new IllegalStateException(sentence));
    }

    /** Does what is waiting, then closes the connection. */
    @Override
    public void close() {
        synchronized (order) {
            if (!closing) {
                closing = true;
                waiting.add(new Write<>(last -> last));
            }
        }
        OwnThread.outcome(ended);
    }

    private void work() {
        List<Write<?>> together = new ArrayList<>(MOST_TOGETHER);
        do {
            together.clear();
            together.add(next());
            turn.lock();
            try {
                waiting.drainTo(together, MOST_TOGETHER - 1);
                commit(together);
            } catch (Throwable lastResort) {
                // Such as no memory left to undo with: whoever waits is told, and the next ones get their turn.
                together.forEach(write -> write.fail(lastResort));
            } finally {
                turn.unlock();
            }
        } while (goesOn());
        end();
    }

    /** Nobody writes any more: whoever has the turn after this finds that it is closing. */
    private void end() {
        turn.lock();
        try {
            handle.close();
            ended.complete(true);
        } catch (JdbiException failure) {
            ended.completeExceptionally(SqliteFailure.explained(file, failure));
        } finally {
            turn.unlock();
        }
    }

    private Write<?> next() {
        while (true) {
            try {
                return waiting.take();
            } catch (InterruptedException nobodys) {
                // This thread ends when the database is closed and not before.
            }
        }
    }

    private boolean goesOn() {
        synchronized (order) {
            return !closing || !waiting.isEmpty();
        }
    }

    /** When one of several fails, each is done again by itself, so that it takes none of the others with it. */
    private void commit(List<Write<?>> writes) {
        try {
            execute("BEGIN IMMEDIATE");
        } catch (SQLException | RuntimeException | Error failure) {
            // SQLite may have begun before it failed above; what is left open would refuse every write to come.
            rollBack();
            writes.forEach(write -> write.fail(explained(failure)));
            return;
        }
        try {
            writes.forEach(write -> write.run(handle));
            execute("COMMIT");
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack();
            if (writes.size() == 1) {
                writes.getFirst().fail(explained(failure));
            } else {
                writes.forEach(write -> commit(List.of(write)));
            }
            return;
        }
        writes.forEach(Write::acknowledge);
    }

    private Throwable explained(Throwable failure) {
        return failure instanceof SQLException || failure instanceof JdbiException
                ? SqliteFailure.explained(file, failure)
                : failure;
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException gone) {
            // SQLite has rolled back by itself, as it does when the disk is full; the first failure is on its way.
        }
    }

    /**
     * Transactions are begun and ended in SQL and not through the driver, which begins the next one inside the commit
     * of the last, so that a commit that was done could fail for want of a lock.
     */
    private void execute(String statement) throws SQLException {
        try (Statement plain = handle.getConnection().createStatement()) {
            plain.execute(statement);
        }
    }

    private static final class Write<T> {
        private final HandleCallback<T, RuntimeException> work;
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;

        Write(HandleCallback<T, RuntimeException> work) {
            this.work = work;
        }

        void run(Handle handle) {
            result = work.withHandle(handle);
        }

        void acknowledge() {
            done.complete(result);
        }

        void fail(Throwable failure) {
            done.completeExceptionally(failure);
        }
    }
}

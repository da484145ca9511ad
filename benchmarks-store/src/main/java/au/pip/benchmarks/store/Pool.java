package au.pip.benchmarks.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A fixed number of connections, lent in the order in which they are asked for. */
final class Pool implements AutoCloseable {
    interface Opening {
        Connection open() throws SQLException;
    }

    private final BlockingQueue<Session> free;

    Pool(int size, Opening opening) throws SQLException {
        free = new ArrayBlockingQueue<>(size, true);
        for (int made = 0; made < size; made++) {
            free.add(new Session(opening.open()));
        }
    }

    <T> T lend(BareConnections.Work<T> work) {
        Session session = take();
        try {
            return work.with(session);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            free.add(session);
        }
    }

    private Session take() {
        try {
            return free.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        for (Session session : free) {
            try {
                session.close();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}

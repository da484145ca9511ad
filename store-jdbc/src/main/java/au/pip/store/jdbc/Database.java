package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import org.jdbi.v3.core.HandleCallback;

/**
 * An opened database with its schema in place. What fails in it is a {@link StoreException}; what {@code work} itself
 * throws goes through. A thread's interrupt is kept for later: work begun is work done.
 */
interface Database extends AutoCloseable {
    Dialect dialect();

    /** The same database for short work that must not wait behind other work, such as telling that a node lives. */
    default Database urgent() {
        return this;
    }

    /** Reads in one statement or several; each sees everything that was written before it. */
    <T> T read(HandleCallback<T, RuntimeException> work);

    /** Reads what all statements see as of one moment, while others go on writing. */
    <T> T readMoment(HandleCallback<T, RuntimeException> work);

    /**
     * Runs in a transaction: kept when {@code work} returns, undone when it throws. Each of its statements sees all
     * that was committed before, and rows that were read {@code <locked>} stay as they are. Where writes do not come
     * one after another, one that met another's is undone and done again, so {@code work} may run more than once.
     */
    <T> T write(HandleCallback<T, RuntimeException> work);

    /** Waits for work that is going on. Later work, other than closing again, fails. */
    @Override
    void close();
}
